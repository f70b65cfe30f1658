// Shows the copy buttons, which need scripts, and lets them work.
function reveal() {
  for (const button of document.querySelectorAll('[data-copy]')) button.parentElement.hidden = false
}

document.addEventListener('click', async ({ target }) => {
  const button = target.closest('[data-copy]')
  if (button === null) return
  const status = button.parentElement.querySelector('[role=status]')
  try {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent)
    status.textContent = button.dataset.done
  } catch {
    // Shown and selected, so that the reader's own copy command takes it.
    const text = document.getElementById(button.dataset.copy)
    text.hidden = false
    getSelection().selectAllChildren(text)
    status.textContent = button.dataset.failed
  }
})
document.addEventListener('part-changed', reveal)
reveal()

// Shows the copy buttons, which need scripts, and lets them work.
function enable(part) {
  for (const button of part.querySelectorAll('[data-copy]')) {
    const status = button.parentElement.querySelector('[role=status]')
    button.parentElement.hidden = false
    button.addEventListener('click', async () => {
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
  }
}
enable(document)
document.addEventListener('part-replaced', ({ detail }) => enable(detail))

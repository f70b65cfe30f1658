// One box that ticks all the boxes of a list, which needs scripts.
for (const label of document.querySelectorAll('[data-select-all]')) {
  const all = label.querySelector('input')
  const boxes = [...document.querySelectorAll(`input[type=checkbox][name="${label.dataset.selectAll}"]`)]
  const ticked = () => boxes.filter((box) => box.checked).length
  const tell = () => {
    all.checked = ticked() === boxes.length
    all.indeterminate = !all.checked && ticked() > 0
  }
  label.hidden = false
  all.addEventListener('change', () => {
    for (const box of boxes) box.checked = all.checked
  })
  for (const box of boxes) box.addEventListener('change', tell)
  tell()
}

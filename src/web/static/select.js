// One box that ticks all the boxes of a list, which needs scripts.
const boxesOf = ({ dataset }) => [
  ...document.querySelectorAll(`input[type=checkbox][name="${dataset.selectAll}"]`),
]

/** Shows how many are ticked. */
function tell() {
  for (const label of document.querySelectorAll('[data-select-all]')) {
    const all = label.querySelector('input')
    const boxes = boxesOf(label)
    const ticked = boxes.filter((box) => box.checked).length
    label.hidden = false
    all.checked = ticked > 0 && ticked === boxes.length
    all.indeterminate = ticked > 0 && ticked < boxes.length
  }
}

document.addEventListener('change', ({ target }) => {
  const label = target.closest('[data-select-all]')
  if (label !== null) for (const box of boxesOf(label)) box.checked = target.checked
  tell()
})
document.addEventListener('part-changed', tell)
tell()

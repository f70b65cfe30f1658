// A menu closes with Escape, and when the reader goes elsewhere; without scripts its button closes it.
const openMenus = () => document.querySelectorAll('details.menu[open]')
document.addEventListener('keydown', ({ key, target }) => {
  const menu = target.closest('details.menu[open]')
  if (key !== 'Escape' || menu === null) return
  menu.open = false
  menu.querySelector('summary').focus()
})
document.addEventListener('focusout', ({ target, relatedTarget }) => {
  const menu = target.closest('details.menu[open]')
  if (menu !== null && relatedTarget !== null && !menu.contains(relatedTarget)) menu.open = false
})
document.addEventListener('click', ({ target }) => {
  for (const menu of openMenus()) if (!menu.contains(target)) menu.open = false
})

// Niceties only: every page works without them. What a browser cannot do stays hidden.
const root = document.documentElement
const keep = (theme) => { try { theme === undefined || localStorage.setItem('theme', theme) } catch { /* Then it holds for this page. */ } }
const kept = () => { try { return localStorage.getItem('theme') || '' } catch { return '' } }
const wear = (theme) => { if (theme) root.dataset.theme = theme; else delete root.dataset.theme }

// Before the page is painted, so that nobody in a dark room sees a white flash.
wear(kept())

const chooseColours = (group) => {
  const buttons = [...group.querySelectorAll('button')]
  const show = (theme) => buttons.forEach((button) => button.setAttribute('aria-pressed', button.value === theme))
  buttons.forEach((button) => button.addEventListener('click', () => { keep(button.value); wear(button.value); show(button.value) }))
  show(kept())
  group.hidden = false
}

const copyLink = (button) => {
  if (!navigator.clipboard) return
  const told = button.nextElementSibling
  button.addEventListener('click', () => navigator.clipboard.writeText(location.href.split('#')[0]).then(() => { told.textContent = told.dataset.done }, () => { button.hidden = true }))
  button.hidden = false
}

const printPage = (button) => {
  button.addEventListener('click', () => print())
  button.hidden = false
}

document.addEventListener('DOMContentLoaded', () => {
  const each = (selector, nicety) => document.querySelectorAll(selector).forEach(nicety)
  each('[data-nicety=colours]', chooseColours)
  each('[data-nicety=copy]', copyLink)
  each('[data-nicety=print]', printPage)
})

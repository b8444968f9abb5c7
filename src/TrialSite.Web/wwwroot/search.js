const form = document.getElementById('search'), box = document.getElementById('q'), names = document.getElementById('names')
let wait, asked = ''
box.addEventListener('input', () => {
  clearTimeout(wait)
  wait = setTimeout(async () => {
    const typed = box.value.trim()
    if (typed.length < 2 || typed === asked) return
    asked = typed
    try {
      const answer = await fetch(form.dataset.suggestions + '?q=' + encodeURIComponent(typed.slice(0, 60)))
      if (!answer.ok || typed !== asked) return
      names.replaceChildren(...(await answer.json()).map(name => {
        const option = document.createElement('option')
        option.value = name
        return option
      }))
    } catch {
      // Suggestions are a nicety: the box works without.
    }
  }, 120)
})
const here = document.getElementById('here')
if (navigator.geolocation) {
  here.hidden = false
  here.addEventListener('click', () => navigator.geolocation.getCurrentPosition(({ coords }) => {
    // To 0.1 degree, some 10 kilometres: nobody's door leaves this browser.
    document.getElementById('near').value = coords.latitude.toFixed(1) + ',' + coords.longitude.toFixed(1)
  }, () => { here.hidden = true }, { maximumAge: 600000, timeout: 10000 }))
}

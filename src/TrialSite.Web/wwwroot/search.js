// Niceties of the search box, which works without them.
document.querySelectorAll('[data-suggestions]').forEach((box) => {
  let wait, asked
  box.addEventListener('input', () => {
    clearTimeout(wait)
    wait = setTimeout(async () => {
      const typed = box.value.trim().slice(0, 60)
      if (typed.length < 2 || typed === asked) return
      asked = typed
      try {
        const answer = await fetch(box.dataset.suggestions + '?q=' + encodeURIComponent(typed))
        if (!answer.ok || typed !== asked) return
        box.list.replaceChildren(...(await answer.json()).map((name) => new Option(name, name)))
      } catch {
        // The box works without suggestions.
      }
    }, 120)
  })
})

document.querySelectorAll('[data-nicety=position]').forEach((button) => {
  if (!navigator.geolocation) return
  button.addEventListener('click', () => navigator.geolocation.getCurrentPosition(({ coords }) => {
    // To 0.1 degree, some 10 kilometres: nobody's door leaves this browser.
    const box = document.getElementById('near')
    box.value = coords.latitude.toFixed(1) + ',' + coords.longitude.toFixed(1)
    box.focus()
  }, () => { button.hidden = true }, { maximumAge: 600000, timeout: 10000 }))
  button.hidden = false
})

// A file of its own, loaded before anything is painted: the content security policy forbids inline scripts,
// and a module script would run too late and flash the wrong theme.
;(function () {
  try {
    var theme = localStorage.getItem('mozhou.theme')
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
    var locale = localStorage.getItem('mozhou.locale')
    if (locale === 'en' || locale === 'zh-CN') document.documentElement.lang = locale
  } catch (error) {
    // Storage is barred (private mode of some browsers): the system's theme it is.
    document.documentElement.dataset.storage = String(error && error.name)
  }
})()

// What the page at this address will import, fetched beside the first file instead of after it (vite/route-files.ts).
;(function () {
  var data = document.currentScript && document.currentScript.dataset.routeFiles
  if (!data) return
  var known = JSON.parse(data)
  var path = location.pathname.replace(/(.)\/$/, '$1')
  var route = known.routes.find(function (candidate) {
    return candidate.path === path || (candidate.path.endsWith('/*') && path.startsWith(candidate.path.slice(0, -1)))
  })
  if (!route) return
  route.files.forEach(function (index) {
    var link = document.createElement('link')
    link.rel = 'modulepreload'
    link.crossOrigin = ''
    link.href = known.files[index]
    document.head.append(link)
  })
})()

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

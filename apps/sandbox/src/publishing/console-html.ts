import { escapeHtml } from '../core/control/escape-html.ts'

export const securityPolicy =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

export const consolePath = '/publishing/console'

/** One page of what plays the platforms. */
export function consolePage(title: string, body: string): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)} · 墨舟沙盒</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${consolePath}/console.css">
</head>
<body>
<main>
<p class="notice">沙盒：不连任何真实平台</p>
${body}
</main>
</body>
</html>
`
}

export const hidden = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('')

import { escapeHtml } from '../core/control/escape-html.ts'
import { judged, manners, type HookBox, type Manner } from './hook-boxes.ts'
import type { Verdict } from './verify-delivery.ts'

export const securityPolicy =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const mannerWords: Readonly<Record<Manner, string>> = {
  ok: '正常收下（204）',
  error: '出错（500），会重试',
  slow: '很慢（15 秒），对方等不到，会重试',
  cut: '断开连接，会重试',
}

const verdictWords: Readonly<Record<Verdict, string>> = {
  good: '签名正确',
  no_secret: '还没填密钥，没有核对签名',
  bad_secret: '密钥不是 whsec_ 加标准 Base64',
  no_signature: '没有签名',
  stale: '时间差超过 5 分钟',
  wrong: '签名不对',
}

/** Where one server of a customer is, what it does, and all that came to it. */
export function renderHookPage(box: HookBox, names: readonly string[], address: string): string {
  const others = names
    .filter((name) => name !== box.name)
    .map((name) => `<a href="?box=${encodeURIComponent(name)}">${escapeHtml(name)}</a>`)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>回调收件 · 墨舟沙盒</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__sandbox/control.css">
</head>
<body>
<header><h1>回调收件</h1><p>扮演客户自己的服务器：在“设置 → 回调地址”里添加下面的地址，这里看每一次送达。只有开发环境允许这个地址。<a href="/__sandbox">回到控制页</a></p></header>
<main>
<section class="wide"><h2>收件箱 ${escapeHtml(box.name)}</h2>
<p><label>地址 <input readonly value="${escapeHtml(address)}" size="60"></label> <a href="?box=${encodeURIComponent(box.name)}">刷新</a></p>
<form method="post" action="/__sandbox/webhooks/boxes/${encodeURIComponent(box.name)}">
<p><label>签名密钥 <input name="secret" value="${escapeHtml(box.secret)}" placeholder="whsec_…" autocomplete="off" size="44"></label></p>
<p><label>怎样回答 <select name="manner">${manners.map((manner) => `<option value="${manner}"${manner === box.manner ? ' selected' : ''}>${mannerWords[manner]}</option>`).join('')}</select></label></p>
<p><button>保存</button></p>
</form>
${others.length === 0 ? '' : `<p>其他收件箱：${others.join(' · ')}</p>`}
</section>
${box.deliveries.length === 0 ? '<section class="wide"><p class="empty">还没有送达。</p></section>' : judged(box).map(article).join('\n')}
</main>
</body>
</html>
`
}

function article({ receivedAt, headers, body, answer, verdict }: ReturnType<typeof judged>[number]): string {
  const time = new Date(receivedAt).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const sent = escapeHtml(lines.join('\n'))
  return `<section class="wide"><h2>${time} · ${verdictWords[verdict]}</h2><p>答复：${escapeHtml(answer)}</p><pre>${sent}</pre><pre>${escapeHtml(indented(body))}</pre></section>`
}

function indented(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch (cause) {
    // Shown as it came: nobody promised JSON.
    if (cause instanceof SyntaxError) return body
    throw cause
  }
}

import type { RequestRecord } from '../request-log.ts'
import type { Settings } from '../settings.ts'
import type { Plug, SandboxState } from '../plug.ts'
import { behaviorView } from '../faults/behavior-queue.ts'
import type { CatalogueEntry, FaultArgument } from '../faults/catalogue.ts'
import { escapeHtml } from './escape-html.ts'

const argumentNames: Record<FaultArgument, string> = {
  times: '次数',
  afterChunks: '几块之后',
  delayMs: '毫秒',
  variant: '变体',
  none: '—',
}

function vendorOptions({ plugs }: SandboxState): string {
  return plugs.map(({ key, name }) => `<option value="${key}">${escapeHtml(name)}</option>`).join('')
}

function faultOptions({ faults: { entries } }: SandboxState): string {
  const groups = [...new Set(entries.map((fault) => fault.group))]
  const option = (fault: CatalogueEntry) => `<option value="${fault.name}">${fault.title}（${fault.name}）</option>`
  return groups
    .map((group) => {
      const options = entries.filter((fault) => fault.group === group).map(option)
      return `<optgroup label="${group}">${options.join('')}</optgroup>`
    })
    .join('')
}

function faultTable({ faults: { entries } }: SandboxState): string {
  const row = ({ name, title, argument, detail, answers }: CatalogueEntry) => {
    const told = [detail, ...answers.map(({ vendor, answer }) => `${vendor}：${answer}`)].map(escapeHtml).join('<br>')
    return `<tr><td><code>${name}</code></td><td>${title}</td><td>${argumentNames[argument]}</td><td>${told}</td></tr>`
  }
  return entries.map(row).join('')
}

const vendorName = (state: SandboxState, key: string) => escapeHtml(state.findPlug(key)?.name ?? key)

function behaviorList(state: SandboxState): string {
  const behaviors = state.behaviors.list().map(behaviorView)
  if (behaviors.length === 0) return '<li class="empty">没有排队的故障，所有厂商照常回答。</li>'
  return behaviors
    .map((behavior) => {
      const vendor = behavior.vendor === null ? '全部厂商' : vendorName(state, behavior.vendor)
      const left = behavior.remaining === null ? '直到清除' : `还有 ${behavior.remaining} 次`
      const model = behavior.model === null ? '' : ` · ${escapeHtml(behavior.model)}`
      return `<li><b>${escapeHtml(behavior.faults.join(' + '))}</b><span>${vendor}${model} · ${left}</span><button type="button" class="quiet" data-remove="${behavior.id}">移除</button></li>`
    })
    .join('')
}

function requestRow(sandbox: SandboxState, record: RequestRecord): string {
  const time = new Date(record.time).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
  const isBad = record.status !== null && record.status >= 400
  const ended = { sandbox: '完成', client: '客户端离开', cut: '断流' }[record.endedBy ?? 'sandbox']
  const state = record.endedBy === null ? '进行中' : ended
  const duration = record.durationMs === null ? '' : `${record.durationMs} ms`
  const body = escapeHtml(JSON.stringify({ headers: record.headers, body: record.body }, null, 2))
  return `<tr><td>${time}</td><td>${vendorName(sandbox, record.vendor)}</td><td><code>${escapeHtml(record.model ?? '')}</code></td><td class="${isBad ? 'bad' : ''}">${record.status ?? '…'}</td><td>${escapeHtml(record.faults.join(', '))}</td><td>${state}</td><td class="number">${duration}</td><td><details><summary>${escapeHtml(record.method)} ${escapeHtml(record.path)}</summary><pre>${body}</pre></details></td></tr>`
}

const emptyLog =
  '<tr><td colspan="8" class="empty">还没有请求。把模型的地址指向沙盒，发一次请求就会出现在这里。</td></tr>'

/** The parts that change while one watches. */
export function renderParts(state: SandboxState) {
  const requests = state.requests.list({ limit: 50 })
  return {
    behaviors: behaviorList(state),
    requests: requests.length === 0 ? emptyLog : requests.map((record) => requestRow(state, record)).join(''),
  }
}

function faultSection(state: SandboxState, behaviors: string): string {
  return `<section aria-labelledby="fault-title">
<h2 id="fault-title">安排一次故障</h2>
<form id="fault-form">
<label>厂商<select name="vendor"><option value="">全部厂商</option>${vendorOptions(state)}</select></label>
<label>模型<input name="model" placeholder="留空表示全部" autocomplete="off"></label>
<label class="wider">故障<select name="fault">${faultOptions(state)}</select></label>
<label>参数<input name="arg" placeholder="几块之后 / 毫秒 / 变体" autocomplete="off"></label>
<label>次数<input name="times" type="number" min="1" value="1"></label>
<label class="check"><input name="always" type="checkbox">直到清除</label>
<button type="submit">加入队列</button>
</form>
<p id="message" role="status"></p>
<ul id="behaviors" class="queue">${behaviors}</ul>
<button type="button" class="quiet" id="clear-behaviors">清空队列</button>
</section>`
}

function speedSection(settings: Settings): string {
  const waits = {
    firstByteMs: '首字节',
    chunkDelayMs: '每块间隔',
    slowFirstByteMs: 'slow-first-byte',
    slowTokensMs: 'slow-tokens',
    retryAfterMs: '限流后等待',
    taskMs: '任务用时',
  } as const
  const inputs = (Object.keys(waits) as (keyof typeof waits)[]).map(
    (name) =>
      `<label>${waits[name]}（毫秒）<input name="${name}" type="number" min="0" value="${settings[name]}"></label>`,
  )
  return `<section aria-labelledby="speed-title">
<h2 id="speed-title">速度</h2>
<form id="settings-form">
${inputs.join('\n')}
<label class="check"><input name="deterministic" type="checkbox"${settings.deterministic ? ' checked' : ''}>同样的请求给同样的文字</label>
<button type="submit">保存</button>
<button type="button" class="quiet" id="reset">全部恢复初始</button>
</form>
</section>`
}

function logSection(requests: string): string {
  return `<section class="wide" aria-labelledby="log-title">
<h2 id="log-title">请求记录<button type="button" class="quiet" id="clear-requests">清空</button></h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="log-title"><table>
<thead><tr><th>时间</th><th>厂商</th><th>模型</th><th>状态</th><th>故障</th><th>结束</th><th>用时</th><th>请求</th></tr></thead>
<tbody id="requests">${requests}</tbody>
</table></div>
</section>`
}

function credentialsForm({ key, credentials }: Plug): string {
  if (credentials === null) return ''
  const inputs = Object.entries(credentials.fields).map(
    ([field, label]) => `<label>${escapeHtml(label)}<input name="${field}" required autocomplete="off"></label>`,
  )
  return `<form class="credentials" data-vendor="${key}">${inputs.join('')}<button type="submit">登记</button></form>`
}

function vendorSection({ plugs }: SandboxState): string {
  const row = (plug: Plug) =>
    `<tr><td>${escapeHtml(plug.name)}</td><td>${plug.controls.addresses.map((address) => `<code>${address}</code>`).join('<br>')}</td><td><code>${escapeHtml(plug.controls.key)}</code></td><td>${credentialsForm(plug)}</td></tr>`
  return `<section class="wide" aria-labelledby="vendor-title">
<h2 id="vendor-title">厂商</h2>
<div class="scroll" tabindex="0" role="region" aria-labelledby="vendor-title"><table>
<thead><tr><th>名称</th><th>地址</th><th>可用的密钥</th><th>再登记一对</th></tr></thead>
<tbody>${plugs.map(row).join('')}</tbody>
</table></div>
</section>`
}

function listSection(state: SandboxState): string {
  const { key = 'vendor', controls: { model = 'model' } = {} } = state.plugs[0] ?? {}
  return `<section class="wide" aria-labelledby="list-title">
<h2 id="list-title">全部故障</h2>
<p>三种触发方式：模型后缀 <code>${model}@rate-limit:2</code>；消息里的 <code>[[sandbox:cut:5]]</code>（只针对一家时写 <code>[[sandbox:server-error@${key}]]</code>）；或上面的队列。</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="list-title"><table>
<thead><tr><th>名称</th><th>含义</th><th>参数</th><th>说明</th></tr></thead>
<tbody>${faultTable(state)}</tbody>
</table></div>
</section>`
}

/** The control page; without scripts it still shows everything, with them it can be worked. */
export function renderPage(state: SandboxState): string {
  const parts = renderParts(state)
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>墨舟沙盒</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/__sandbox/control.css">
</head>
<body>
<header><h1>墨舟沙盒</h1><p>在本机扮演 ${state.plugs.length} 家厂商：同样的路径、密钥格式、错误与流。内容均为沙盒示例，不来自真实的服务。平台发出的邮件在<a href="/__sandbox/mail">收件箱</a>，发给客户的回调在<a href="/__sandbox/webhooks">回调收件</a>。</p></header>
<main>
${faultSection(state, parts.behaviors)}
${speedSection(state.settings)}
${logSection(parts.requests)}
${vendorSection(state)}
${listSection(state)}
</main>
<script src="/__sandbox/control.js" defer></script>
</body>
</html>
`
}

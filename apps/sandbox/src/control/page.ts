import type { RequestRecord } from '../core/request-log.ts'
import type { Settings } from '../core/settings.ts'
import type { SandboxState } from '../core/state.ts'
import { vendorKeys, vendorNames } from '../core/vendor-key.ts'
import { behaviorView } from '../faults/behavior-queue.ts'
import { faultCatalogue, type FaultArgument } from '../faults/catalogue.ts'

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

const argumentNames: Record<FaultArgument, string> = {
  times: '次数',
  afterChunks: '几块之后',
  delayMs: '毫秒',
  variant: '变体',
  none: '—',
}

function vendorOptions(): string {
  return vendorKeys.map((key) => `<option value="${key}">${escapeHtml(vendorNames[key])}</option>`).join('')
}

function faultOptions(): string {
  const groups = [...new Set(faultCatalogue.map((fault) => fault.group))]
  const option = (fault: (typeof faultCatalogue)[number]) =>
    `<option value="${fault.name}">${fault.title}（${fault.name}）</option>`
  return groups
    .map((group) => {
      const options = faultCatalogue.filter((fault) => fault.group === group).map(option)
      return `<optgroup label="${group}">${options.join('')}</optgroup>`
    })
    .join('')
}

function faultTable(): string {
  return faultCatalogue
    .map(
      (fault) =>
        `<tr><td><code>${fault.name}</code></td><td>${fault.title}</td><td>${argumentNames[fault.argument]}</td><td>${escapeHtml(fault.detail)}</td></tr>`,
    )
    .join('')
}

function behaviorList(state: SandboxState): string {
  const behaviors = state.behaviors.list().map(behaviorView)
  if (behaviors.length === 0) return '<li class="empty">没有排队的故障，所有厂商照常回答。</li>'
  return behaviors
    .map((behavior) => {
      const vendor = behavior.vendor === null ? '全部厂商' : vendorNames[behavior.vendor]
      const left = behavior.remaining === null ? '直到清除' : `还有 ${behavior.remaining} 次`
      const model = behavior.model === null ? '' : ` · ${escapeHtml(behavior.model)}`
      return `<li><b>${escapeHtml(behavior.faults.join(' + '))}</b><span>${vendor}${model} · ${left}</span><button type="button" class="quiet" data-remove="${behavior.id}">移除</button></li>`
    })
    .join('')
}

function requestRow(record: RequestRecord): string {
  const time = new Date(record.time).toLocaleTimeString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
  const isBad = record.status !== null && record.status >= 400
  const ended = { sandbox: '完成', client: '客户端离开', cut: '断流' }[record.endedBy ?? 'sandbox']
  const state = record.endedBy === null ? '进行中' : ended
  const duration = record.durationMs === null ? '' : `${record.durationMs} ms`
  const body = escapeHtml(JSON.stringify({ headers: record.headers, body: record.body }, null, 2))
  return `<tr><td>${time}</td><td>${vendorNames[record.vendor]}</td><td><code>${escapeHtml(record.model ?? '')}</code></td><td class="${isBad ? 'bad' : ''}">${record.status ?? '…'}</td><td>${escapeHtml(record.faults.join(', '))}</td><td>${state}</td><td class="number">${duration}</td><td><details><summary>${escapeHtml(record.method)} ${escapeHtml(record.path)}</summary><pre>${body}</pre></details></td></tr>`
}

const emptyLog =
  '<tr><td colspan="8" class="empty">还没有请求。把模型的地址指向沙盒，发一次请求就会出现在这里。</td></tr>'

/** The parts that change while one watches. */
export function renderParts(state: SandboxState) {
  const requests = state.requests.list({ limit: 50 })
  return {
    behaviors: behaviorList(state),
    requests: requests.length === 0 ? emptyLog : requests.map(requestRow).join(''),
  }
}

function faultSection(behaviors: string): string {
  return `<section aria-labelledby="fault-title">
<h2 id="fault-title">安排一次故障</h2>
<form id="fault-form">
<label>厂商<select name="vendor"><option value="">全部厂商</option>${vendorOptions()}</select></label>
<label>模型<input name="model" placeholder="留空表示全部" autocomplete="off"></label>
<label class="wider">故障<select name="fault">${faultOptions()}</select></label>
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

function speedSection({ chunkDelayMs, firstByteMs, deterministic }: Settings): string {
  return `<section aria-labelledby="speed-title">
<h2 id="speed-title">速度</h2>
<form id="settings-form">
<label>首字节（毫秒）<input name="firstByteMs" type="number" min="0" value="${firstByteMs}"></label>
<label>每块间隔（毫秒）<input name="chunkDelayMs" type="number" min="0" value="${chunkDelayMs}"></label>
<label class="check"><input name="deterministic" type="checkbox"${deterministic ? ' checked' : ''}>同样的请求给同样的文字</label>
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

function listSection(): string {
  return `<section class="wide" aria-labelledby="list-title">
<h2 id="list-title">全部故障</h2>
<p>三种触发方式：模型后缀 <code>gpt-6-luna@rate-limit:2</code>；消息里的 <code>[[sandbox:cut:5]]</code>（只针对一家时写 <code>[[sandbox:server-error@openai]]</code>）；或上面的队列。</p>
<div class="scroll" tabindex="0" role="region" aria-labelledby="list-title"><table>
<thead><tr><th>名称</th><th>含义</th><th>参数</th><th>说明</th></tr></thead>
<tbody>${faultTable()}</tbody>
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
<header><h1>墨舟沙盒</h1><p>在本机扮演五家 AI 厂商：同样的路径、密钥格式、错误与流。文字均为沙盒示例，不来自真实模型。</p></header>
<main>
${faultSection(parts.behaviors)}
${speedSection(state.settings)}
${logSection(parts.requests)}
${listSection()}
</main>
<script src="/__sandbox/control.js" defer></script>
</body>
</html>
`
}

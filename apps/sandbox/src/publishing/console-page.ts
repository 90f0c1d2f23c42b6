import { escapeHtml } from '../core/control/escape-html.ts'
import { sites, type Shelf, type ShelfPiece } from './article-shelf.ts'
import { consolePage, consolePath, hidden } from './console-html.ts'
import type { Act, PieceState } from './piece.ts'
import { allPieces, type FoundPiece, type Room } from './room.ts'

const states: Readonly<Record<PieceState, string>> = {
  draft: '草稿',
  review: '审核中',
  public: '已发布',
  rejected: '未通过',
  failed: '发布失败',
  banned: '已封禁',
  deleted: '已删除',
}

const actWords: Readonly<Record<Act, string>> = {
  approve: '通过',
  reject: '拒绝',
  fail: '发布失败',
  ban: '封禁',
  delete: '作者删除',
  hold: '推迟',
}

const offered: Readonly<Record<PieceState, readonly Act[]>> = {
  draft: ['approve', 'delete'],
  review: ['approve', 'reject', 'fail', 'hold', 'delete'],
  public: ['ban', 'reject', 'delete'],
  rejected: ['approve', 'delete'],
  failed: ['approve', 'delete'],
  banned: ['delete'],
  deleted: [],
}

const timeOf = (at: Date) => at.toLocaleString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })

function pieceRow({ room, account, piece }: FoundPiece): string {
  const buttons = offered[piece.state]
    .map((act) => `<button name="act" value="${act}">${actWords[act]}</button>`)
    .join('')
  const form = `<form method="post" action="${consolePath}/act">${hidden({ vendor: room.vendor, account: account.id, piece: piece.id })}${buttons}</form>`
  const link = piece.state === 'public' ? `<small><code>${escapeHtml(piece.address)}</code></small>` : ''
  return `<li><div><b>${escapeHtml(piece.title || '（无标题）')}</b><small>${escapeHtml(room.name)} · ${escapeHtml(account.settings.name)} · ${timeOf(piece.createdAt)}</small>${link}</div><span class="state ${piece.state}">${states[piece.state]}</span>${form}</li>`
}

/** What lies in a draft box, where its author would see it. */
function draftRows(rooms: readonly Room[]): string[] {
  return rooms.flatMap((room) =>
    [...room.accounts.values()].flatMap((account) =>
      (account.waiting?.() ?? []).map(({ id, title }) => {
        const values = hidden({ vendor: room.vendor, account: account.id, draft: id })
        const form = `<form method="post" action="${consolePath}/draft">${values}<button>发表</button></form>`
        return `<li><div><b>${escapeHtml(title)}</b><small>${escapeHtml(room.name)} · ${escapeHtml(account.settings.name)}</small></div><span class="state">草稿</span>${form}</li>`
      }),
    ),
  )
}

function shelfRow(piece: ShelfPiece): string {
  const gone = `<form method="post" action="${consolePath}/gone">${hidden({ address: piece.address })}<button>${piece.isGone ? '恢复' : '删除'}</button></form>`
  const short = piece.shortAddress === null ? '' : `<small><code>${escapeHtml(piece.shortAddress)}</code></small>`
  return `<li><div><b>${escapeHtml(piece.title)}</b><small>${escapeHtml(sites[piece.site]?.name ?? '')}</small><small><code>${escapeHtml(piece.address)}</code></small>${short}</div><span class="state">${piece.isGone ? '已删除' : '公开'}</span>${gone}</li>`
}

function byHandForm(): string {
  const options = Object.entries(sites).map(([key, { name }]) => `<option value="${key}">${name}</option>`)
  return `<form method="post" action="${consolePath}/shelf" class="by-hand">
<label>平台<select name="site">${options.join('')}</select></label>
<label>标题<input name="title" required maxlength="200" autocomplete="off"></label>
<label>正文<textarea name="body" rows="3"></textarea></label>
<button class="main">发布</button>
</form>`
}

/** With a code of an app: who holds the phone. */
function scanForm(rooms: readonly Room[]): string {
  const options = rooms
    .filter(({ acts }) => acts.scan !== undefined)
    .flatMap((room) =>
      [...room.accounts.values()].map(
        ({ id, settings }) =>
          `<option value="${room.vendor} ${id}">${escapeHtml(`${room.name} · ${settings.name}`)}</option>`,
      ),
    )
  return `<form method="post" action="${consolePath}/scan" class="by-hand">
<label>这部手机登录的账号<select name="who">${options.join('')}</select></label>
<label>二维码的内容<input name="schema" required autocomplete="off" spellcheck="false"></label>
<button class="main">扫码并发布</button>
</form>`
}

export function renderConsole(rooms: readonly Room[], shelf: Shelf, told: string): string {
  const pieces = allPieces(rooms).slice(0, 100).map(pieceRow)
  const drafts = draftRows(rooms).slice(0, 50)
  const byHand = shelf.list().slice(0, 50).map(shelfRow)
  return consolePage(
    '平台审核台',
    `<h1>平台审核台</h1>
${told === '' ? '' : `<p role="status" class="told">${escapeHtml(told)}</p>`}
<section><h2>送审的作品</h2>
${pieces.length === 0 ? '<p class="soft">还没有作品。发布后会出现在这里。</p>' : `<ul class="pieces">${pieces.join('')}</ul>`}
</section>
${drafts.length === 0 ? '' : `<section><h2>草稿箱</h2><ul class="pieces">${drafts.join('')}</ul></section>`}
<section><h2>扫码发布</h2>${scanForm(rooms)}</section>
<section><h2>手动发布（没有接口的平台）</h2>${byHandForm()}
${byHand.length === 0 ? '' : `<ul class="pieces">${byHand.join('')}</ul>`}
</section>`,
  )
}

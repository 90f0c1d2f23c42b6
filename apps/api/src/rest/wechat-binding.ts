import type { Locale } from '@mozhou/contracts/accounts/locales'
import { completeBindingInput } from '@mozhou/contracts/withdrawals/inputs'
import type { BoundDto } from '@mozhou/contracts/withdrawals/answers'
import type { RequestHandler, Response } from 'express'
import { createContext } from '../context.ts'
import type { ContextParts } from '../context.ts'
import { isFault, toAppError } from '../errors.ts'
import { createCaller } from '../routers/index.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { localeOf } from './locale-of.ts'

/**
 * GET /api/v1/wechat-binding?state=…&code=…: where WeChat sends whoever scanned the code of a payee. A page for a person in WeChat, who is
 * not signed in there; what went wrong they are told in words, for the code to scan again is on another screen.
 */
export function wechatBinding(parts: ContextParts): RequestHandler {
  return async (req, res) => {
    const limits = limitsWithHeaders(parts.limits, res)
    const ctx = createContext({ ...parts, limits }, { req, res }, { app: null, isStreamed: false })
    const words = pages[localeOf(req)]
    const input = completeBindingInput.safeParse({ state: req.query['state'], code: req.query['code'] })
    if (!input.success) return sendPage(res, 400, words.invalid)
    try {
      const bound = await ctx.inTurn(() => createCaller(ctx).withdrawals.completeBinding(input.data))
      return sendPage(res, 200, words.bound(bound))
    } catch (cause) {
      const error = toAppError(cause)
      if (isFault(error)) parts.domain.log.error({ err: cause }, 'a payee could not be bound')
      return sendPage(res, error.code === 'PAYEE_BINDING_INVALID' ? 409 : 503, words.failed)
    }
  }
}

interface Page {
  lang: string
  title: string
  text: string
}

const zh = (title: string, text: string): Page => ({ lang: 'zh-CN', title, text })
const en = (title: string, text: string): Page => ({ lang: 'en', title, text })

interface Pages {
  bound(bound: BoundDto): Page
  invalid: Page
  failed: Page
}

const pages: Readonly<Record<Locale, Pages>> = {
  'zh-CN': {
    bound: ({ username, accountMark }) =>
      zh(
        '已绑定微信',
        `这个微信（${accountMark}）可以作为墨舟账号 @${username} 的收款账户了。请回到原来的页面，填好姓名后保存。`,
      ),
    invalid: zh('链接不完整', '没有绑定。请回到原来的页面，重新扫码。'),
    failed: zh('没有绑定', '这个二维码已经失效或用过，或者微信暂时没有应答。请回到原来的页面，重新扫码。'),
  },
  en: {
    bound: ({ username, accountMark }) =>
      en(
        'WeChat is bound',
        `This WeChat account (${accountMark}) can now be paid for @${username} of Mozhou. Go back to the page you came from, fill in the name and save.`,
      ),
    invalid: en('The link is incomplete', 'Nothing was bound. Go back to the page you came from and scan again.'),
    failed: en(
      'Nothing was bound',
      'This code is used or too old, or WeChat does not answer. Go back to the page you came from and scan again.',
    ),
  },
}

function sendPage(res: Response, status: number, { lang, title, text }: Page): void {
  res
    .status(status)
    .set({ 'cache-control': 'no-store', 'content-type': 'text/html; charset=utf-8' })
    .send(
      `<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escapeHtml(title)}</title></head><body><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></body></html>`,
    )
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escapeHtml = (text: string) => text.replaceAll(/[&<>"]/g, (mark) => entities[mark] ?? '')

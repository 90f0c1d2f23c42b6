import express, { Router, type Request, type Response } from 'express'
import { findAgreement } from '../agreement.ts'
import { announce } from '../announce.ts'
import type { Plug, SandboxState } from '../../core/plug.ts'
import { findTrade, type Acting } from '../merchant.ts'
import type { MerchantRoom } from '../merchant-room.ts'
import { payTrade, scanTrade, type Payment } from '../pay.ts'
import { agreementPage, type FoundAgreement } from './agreement-page.ts'
import { takeTransfer } from '../take-transfer.ts'
import { findTransfer } from '../transfer.ts'
import { scanPage, tradePage, type Found } from './phone-page.ts'
import { transferPage, type FoundTransfer } from './transfer-page.ts'
import { pageStyles } from '../../core/page-styles.ts'

const path = '/payments/phone'
const mostRecent = 20

function find(rooms: readonly MerchantRoom[], name: string): Found | null {
  for (const room of rooms) {
    for (const merchant of room.merchants.values()) {
      const trade = findTrade(merchant, name)
      if (trade) return { room, merchant, trade }
    }
  }
  return null
}

function findAgreementIn(rooms: readonly MerchantRoom[], name: string): FoundAgreement | null {
  for (const room of rooms) {
    for (const merchant of room.merchants.values()) {
      const agreement = findAgreement(merchant.agreements, name)
      if (agreement) return { room, merchant, agreement }
    }
  }
  return null
}

function actOnAgreement(state: SandboxState, rooms: readonly MerchantRoom[]) {
  return (request: Request, response: Response): void => {
    const form: Readonly<Record<string, unknown>> = Object(request.body)
    const found = isOwnForm(request) ? findAgreementIn(rooms, textOf(form.code)) : null
    if (!found) {
      response.redirect(303, path)
      return
    }
    const { room, merchant, agreement } = found
    const acting = { state, vendor: room.vendor, merchant }
    if (form.act === 'sign') merchant.agreements?.sign(acting, agreement)
    if (form.act === 'end') merchant.agreements?.end(acting, agreement)
    const query = new URLSearchParams({ code: agreement.code, return: textOf(form.return) })
    response.redirect(303, `${path}?${query.toString()}`)
  }
}

function findTransferIn(rooms: readonly MerchantRoom[], name: string): FoundTransfer | null {
  for (const room of rooms) {
    for (const merchant of room.merchants.values()) {
      const transfer = findTransfer(merchant.transfers, name)
      if (transfer) return { room, merchant, transfer }
    }
  }
  return null
}

function actOnTransfer(rooms: readonly MerchantRoom[]) {
  return (request: Request, response: Response): void => {
    const form: Readonly<Record<string, unknown>> = Object(request.body)
    const found = isOwnForm(request) ? findTransferIn(rooms, textOf(form.code)) : null
    if (!found) {
      response.redirect(303, path)
      return
    }
    takeTransfer(found.merchant, found.transfer, form.act === 'take')
    response.redirect(303, `${path}?${new URLSearchParams({ code: found.transfer.code }).toString()}`)
  }
}

function recentTrades(rooms: readonly MerchantRoom[]): Found[] {
  return rooms
    .flatMap((room) =>
      [...room.merchants.values()].flatMap((merchant) =>
        [...merchant.trades.values()].map((trade) => ({ room, merchant, trade })),
      ),
    )
    .sort((one, other) => other.trade.createdAt.getTime() - one.trade.createdAt.getTime())
    .slice(0, mostRecent)
}

const payments: Readonly<Record<string, Payment>> = {
  pay: { isLate: false, lessFen: 0, at: null },
  'pay-twice': { isLate: false, lessFen: 0, at: null },
  'pay-late': { isLate: true, lessFen: 0, at: null },
  'pay-less': { isLate: false, lessFen: 1, at: null },
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

function payAs(acting: Acting, { trade }: Found, act: string): string {
  const payment = payments[act]
  if (!payment) return 'refused'
  const end = payTrade(acting, trade, payment)
  const second = act === 'pay-twice' && end === 'paid' ? payTrade(acting, trade, payment) : end
  // The channel takes no second payment for the same order, and tells the merchant of the first again.
  if (second === 'already_paid') announce(acting, { trade, event: 'paid', url: trade.notifyUrl })
  return second
}

/** Forms of other origins are not the payer's. */
function isOwnForm(request: Request): boolean {
  const site = request.get('sec-fetch-site')
  return site === undefined || site === 'same-origin'
}

function act(state: SandboxState, rooms: readonly MerchantRoom[]) {
  return (request: Request, response: Response): void => {
    const form: Readonly<Record<string, unknown>> = Object(request.body)
    const found = isOwnForm(request) ? find(rooms, textOf(form.code)) : null
    if (!found) {
      response.redirect(303, path)
      return
    }
    const { room, merchant, trade } = found
    const notice = room.noticeFaults.find(({ name }) => name === form.notice)
    if (notice) {
      const fault = { name: notice.name, afterChunks: null, delayMs: null, variant: null, times: null }
      state.behaviors.add({ vendor: room.vendor, model: trade.orderNo, faults: [fault], remaining: 1 })
    }
    const end = payAs({ state, vendor: room.vendor, merchant }, found, textOf(form.act))
    const query = new URLSearchParams({ code: trade.code, end, return: textOf(form.return) })
    response.redirect(303, `${path}?${query.toString()}`)
  }
}

function show(state: SandboxState, rooms: readonly MerchantRoom[]) {
  return (request: Request, response: Response): void => {
    const { code, end, return: back, redirect_url: redirect } = request.query
    const name = textOf(code).trim()
    const agreement = name === '' ? null : findAgreementIn(rooms, name)
    if (agreement) {
      response.send(agreementPage(agreement, textOf(back) || (agreement.agreement.returnUrl ?? '')))
      return
    }
    const transfer = name === '' ? null : findTransferIn(rooms, name)
    if (transfer) {
      response.send(transferPage(transfer))
      return
    }
    const found = name === '' ? null : find(rooms, name)
    if (!found) {
      response.send(scanPage(recentTrades(rooms), name === '' ? null : name))
      return
    }
    const { room, merchant, trade } = found
    scanTrade({ state, vendor: room.vendor, merchant }, trade)
    response.send(
      tradePage(found, { end: textOf(end) || null, back: textOf(back) || textOf(redirect) || (trade.returnUrl ?? '') }),
    )
  }
}

function phoneRoutes(state: SandboxState, rooms: readonly MerchantRoom[]): Router {
  const router = Router()
  const styles = pageStyles(new URL('./phone.css', import.meta.url))
  router.use((_request, response, next) => {
    response.setHeader(
      'content-security-policy',
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    )
    response.setHeader('x-content-type-options', 'nosniff')
    next()
  })
  router.get('/phone.css', (_request, response) => void response.type('css').send(styles))
  router.get('/', show(state, rooms))
  router.post('/act', express.urlencoded({ extended: false }), act(state, rooms))
  router.post('/transfer', express.urlencoded({ extended: false }), actOnTransfer(rooms))
  router.post('/agreement', express.urlencoded({ extended: false }), actOnAgreement(state, rooms))
  return router
}

/** The payer: scans what merchants show, pays, or does not. One for all channels, as a phone is. */
export function phonePlug(rooms: readonly MerchantRoom[]): Plug {
  return {
    key: 'phone',
    name: '买家的手机',
    aliases: [],
    path,
    routes: (state) => phoneRoutes(state, rooms),
    credentials: null,
    faults: [],
    reset: () => undefined,
    controls: { key: '—', model: '—', addresses: [path] },
  }
}

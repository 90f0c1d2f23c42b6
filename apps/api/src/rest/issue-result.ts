import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { couponIssueIdInput } from '@mozhou/contracts/coupons/admin-inputs'
import { exportIssue } from '@mozhou/domain/coupons/export-issue'
import { getIssue } from '@mozhou/domain/coupons/list-issues'
import type { RequestHandler, Response } from 'express'
import { createContext } from '../context.ts'
import type { ContextParts } from '../context.ts'
import { contentDisposition } from '../http/content-disposition.ts'
import { reportError } from '../http/report-error.ts'
import { requireOperator } from '../require-caller.ts'
import { limitsWithHeaders } from './limit-headers.ts'
import { localeOf } from './locale-of.ts'
import { unknownFieldsRefusal } from './unknown-fields.ts'

/**
 * GET /api/v1/operation/coupon-issues/{issue_id}/result: who was given a coupon by an issue and who was not, as a file that is read and sent part by
 * part, as fast as it is taken. Asking leaves a row of audit, so the app is named in a header alone, which no foreign page can send.
 */
export function issueResultEndpoint(parts: ContextParts): RequestHandler {
  return async (req, res) => {
    res.locals['nameOf'] = (path: string) => (path === 'issueId' ? 'issue_id' : path)
    const limits = limitsWithHeaders(parts.limits, res)
    const ctx = createContext({ ...parts, limits }, { req, res }, { app: null, isStreamed: false })
    const { user } = await requireOperator(ctx, 'coupon:read')
    const refusal = unknownFieldsRefusal(Object.keys(req.query).map((name) => [name]))
    if (refusal) throw refusal
    const { issueId } = couponIssueIdInput.parse({ issueId: req.params['issue_id'] })
    if (req.method === 'HEAD') {
      await ctx.inTurn(() => getIssue(ctx.domain, { issueId }))
      headed(res).end()
      return
    }
    const actor = { userId: user.id, requestId: ctx.requestId }
    const file = await ctx.inTurn(() => exportIssue(ctx.domain, { issueId, locale: localeOf(req), actor }))
    headed(res).set('content-disposition', contentDisposition('attachment', file.name, 'coupon-issue'))
    // What fails now ends the connection before the file does, so that nobody takes a part for the whole.
    await pipeline(Readable.from(file.parts, { highWaterMark: 1 }), res).catch((cause: unknown) => {
      if (!hasLeft(cause)) reportError(ctx.domain.log, cause, { path: 'issue-result' })
    })
  }
}

function headed(res: Response): Response {
  return res.status(200).set({
    'content-type': 'text/csv; charset=utf-8',
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  })
}

/** They went away before the end. */
function hasLeft(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_STREAM_PREMATURE_CLOSE'
}

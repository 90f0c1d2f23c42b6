import type { Wording } from '@mozhou/contracts/wording'
import type { RestMethod } from '../procedure-meta.ts'
import { couponsTag } from '../routers/coupons-tag.ts'
import { creditsTag } from '../routers/credits.ts'
import { creationsTag } from '../routers/creations-tag.ts'
import { filesTag } from '../routers/files-tag.ts'
import { imagesTag } from '../routers/images-tag.ts'
import { appRouter } from '../routers/index.ts'
import { publicationsTag } from '../routers/publications-tag.ts'
import { withdrawalsTag } from '../routers/withdrawals-tag.ts'
import { restRoutes } from './rest-route.ts'
import type { RuntimeProcedure } from './rest-route.ts'

// At run time this is a flat record by path; its type says otherwise.
const procedures = appRouter._def.procedures as unknown as Record<string, RuntimeProcedure>
/** The paths of those that begin generations. */
export const beginningProcedures: ReadonlySet<string> = new Set(
  Object.keys(procedures).filter((path) => procedures[path]?._def.meta?.beginsGeneration),
)
/** Every endpoint of /api/v1 that a procedure serves. */
export const routes = restRoutes(procedures)

/** An endpoint that is no procedure, for it does not answer with JSON. */
interface PlainRoute {
  method: RestMethod
  path: string
  summary: Wording
  tag: Wording
  servedBy: string
}

export const exportRoute: PlainRoute = {
  method: 'GET',
  path: '/creations/{creation_id}/export',
  summary: { zh: '导出为文件', en: 'A creation as a file' },
  tag: creationsTag,
  servedBy: 'rest/export-creation.ts',
}

/** A file as it is, by a form or as the body. */
export const uploadRoutes: readonly PlainRoute[] = (['POST', 'PUT'] as const).map((method) => ({
  method,
  path: '/files',
  summary: { zh: '上传文件', en: 'Upload a file' },
  tag: filesTag,
  servedBy: 'rest/upload-file.ts',
}))

export const maskRoute: PlainRoute = {
  method: 'POST',
  path: '/image/masks',
  summary: { zh: '上传遮罩', en: 'Upload a mask' },
  tag: imagesTag,
  servedBy: 'rest/picture-forms.ts',
}

export const fileRoute: PlainRoute = {
  method: 'GET',
  path: '/files/{file_id}',
  summary: { zh: '取得文件', en: 'A file' },
  tag: filesTag,
  servedBy: 'rest/get-file.ts',
}

/** For operators, as the others here are for whoever is signed in. */
export const issueResultRoute: PlainRoute = {
  method: 'GET',
  path: '/operation/coupon-issues/{issue_id}/result',
  summary: { zh: '一次发放的结果文件', en: 'The result of an issue of coupons as a file' },
  tag: couponsTag,
  servedBy: 'rest/issue-result.ts',
}

export const eventsRoute: PlainRoute = {
  method: 'GET',
  path: '/creations/{generation_id}/events',
  summary: { zh: '生成进度（SSE）', en: 'Progress of a generation as server-sent events' },
  tag: creationsTag,
  servedBy: 'rest/creation-events.ts, for `creations.progress`',
}

/** Where the payment channels tell what was paid. The brief's two serve both channels, by the type of the body. */
export const callbackRoutes: readonly PlainRoute[] = [
  '/credit/callback/{channel}',
  '/credit/recharge/callback',
  '/credit/membership/callback',
].map((path) => ({
  method: 'POST',
  path,
  summary: { zh: '支付回调', en: 'Callback of a payment' },
  tag: creditsTag,
  servedBy: 'rest/payment-callbacks.ts',
}))

/** Where publishing platforms tell what became of a publication; some ask first whether somebody is there. */
export const platformCallbackRoutes: readonly PlainRoute[] = ['/{platform}', '/{platform}/{account}'].flatMap((path) =>
  (['POST', 'GET'] as const).map((method) => ({
    method,
    path: `/publish/callback${path}`,
    summary: { zh: '发布平台回调', en: 'Callback of a platform' },
    tag: publicationsTag,
    servedBy: 'rest/platform-callbacks.ts',
  })),
)

/** Where WeChat sends back whoever scanned the code of a payee. */
export const bindingRoute: PlainRoute = {
  method: 'GET',
  path: '/wechat-binding',
  summary: { zh: '微信绑定回调', en: 'Where WeChat sends back who scanned' },
  tag: withdrawalsTag,
  servedBy: 'rest/wechat-binding.ts, for `withdrawals.completeBinding`',
}

import { okAnswer, pageAnswer } from '@mozhou/contracts/answers'
import type { Page } from '@mozhou/contracts/page'
import {
  createdWebhookAnswer,
  webhookAnswer,
  webhookDeliveryAnswer,
  webhooksAnswer,
} from '@mozhou/contracts/webhooks/answers'
import type { CreatedWebhookDto, WebhookDeliveryDto, WebhookDto, WebhooksDto } from '@mozhou/contracts/webhooks/answers'
import {
  createWebhookInput,
  listDeliveriesInput,
  saveWebhookInput,
  webhookIdInput,
} from '@mozhou/contracts/webhooks/inputs'
import {
  createWebhook,
  listDeliveries,
  listWebhooks,
  removeWebhook,
  saveWebhook,
} from '@mozhou/domain/webhooks/manage-webhooks'
import { router, sessionProcedure } from '../trpc.ts'

const tag = { zh: '结果回调', en: 'Callbacks' }

/** Addresses of a customer's own that are told of results. Keys cannot set them: who has one would learn everything that follows. */
export const webhooksRouter = router({
  list: sessionProcedure
    .meta({
      rest: 'GET /webhooks',
      tag,
      summary: { zh: '我的回调地址', en: 'My callback addresses' },
      answer: webhooksAnswer,
    })
    .query(({ ctx }): Promise<WebhooksDto> => listWebhooks(ctx.domain, { userId: ctx.user.id })),

  create: sessionProcedure
    .meta({
      rest: 'POST /webhooks',
      tag,
      summary: { zh: '添加回调地址', en: 'Add a callback address' },
      rules: [
        {
          zh: '签名密钥只在这里返回一次。请求头 `webhook-id`、`webhook-timestamp`、`webhook-signature` 按 Standard Webhooks：对 `id.timestamp.body` 做 HMAC-SHA256。',
          en: 'The secret is answered here once. `webhook-id`, `webhook-timestamp` and `webhook-signature` follow Standard Webhooks: HMAC-SHA256 over `id.timestamp.body`.',
        },
        {
          zh: '没有收到 2xx 时在一天之内重试，间隔越来越长。',
          en: 'Without a 2xx it is sent again for a day, at growing pauses.',
        },
      ],
      answer: createdWebhookAnswer,
    })
    .input(createWebhookInput)
    .mutation(({ ctx, input }): Promise<CreatedWebhookDto> =>
      createWebhook(ctx.domain, { ...input, userId: ctx.user.id }),
    ),

  save: sessionProcedure
    .meta({
      rest: 'PUT /webhooks/{webhook_id}',
      tag,
      summary: { zh: '修改或停用回调地址', en: 'Change a callback address, or switch it off' },
      answer: webhookAnswer,
    })
    .input(saveWebhookInput)
    .mutation(({ ctx, input }): Promise<WebhookDto> => saveWebhook(ctx.domain, { ...input, userId: ctx.user.id })),

  remove: sessionProcedure
    .meta({
      rest: 'DELETE /webhooks/{webhook_id}',
      tag,
      summary: { zh: '删除回调地址', en: 'Remove a callback address' },
      answer: okAnswer,
    })
    .input(webhookIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await removeWebhook(ctx.domain, { ...input, userId: ctx.user.id })
      return { ok: true }
    }),

  deliveries: sessionProcedure
    .meta({
      rest: 'GET /webhooks/{webhook_id}/deliveries',
      tag,
      summary: { zh: '回调记录', en: 'What was sent' },
      answer: pageAnswer(webhookDeliveryAnswer),
    })
    .input(listDeliveriesInput)
    .query(({ ctx, input }): Promise<Page<WebhookDeliveryDto>> =>
      listDeliveries(ctx.domain, { ...input, userId: ctx.user.id }),
    ),
})

import {
  createModelInput,
  listModelsInput,
  listPricesInput,
  listUsageInput,
  modelIdInput,
  testModelInput,
  updateModelInput,
} from '@mozhou/contracts/models/inputs'
import type {
  ModelAdminDto,
  ModelOptionDto,
  ModelPriceDto,
  TrialDto,
  UsageRowDto,
} from '@mozhou/contracts/models/answers'
import { okAnswer } from '@mozhou/contracts/answers'
import { modelAdminAnswer, modelOptionAnswer } from '@mozhou/contracts/models/answers'
import { modelStatsAnswer } from '@mozhou/contracts/models/usage-answers'
import type { Page } from '@mozhou/contracts/page'
import { modelStatsInput } from '@mozhou/contracts/models/usage-inputs'
import type { ModelStatsDto } from '@mozhou/contracts/models/usage-answers'
import type { Wording } from '@mozhou/contracts/wording'
import { createModel } from '@mozhou/domain/models/create-model'
import { getModelStats } from '@mozhou/domain/models/get-model-stats'
import { listCatalogue, listModels } from '@mozhou/domain/models/list-models'
import { listPrices } from '@mozhou/domain/models/list-prices'
import { listUsage } from '@mozhou/domain/models/list-usage'
import { removeModel } from '@mozhou/domain/models/remove-model'
import { setDefaultModel } from '@mozhou/domain/models/set-default-model'
import { testCall, testUnsaved } from '@mozhou/domain/models/test-call'
import { updateModel } from '@mozhou/domain/models/update-model'
import { z } from 'zod'
import { adminProcedure, router, userProcedure } from '../trpc.ts'

const tag: Wording = { zh: 'AI模型管理', en: 'Models' }

const modelRules: readonly Wording[] = [
  {
    zh: '`baseUrl` 必须是公网上的 https 地址，不含用户名和密码。',
    en: '`baseUrl` is an https address on the public internet without a user name or password.',
  },
  {
    zh: '`replacementId` 是目录里另一个能力相同的模型，且不会绕回它自己；`authProfile` 为 access_key_pair 时要有 `credentials.secretKey`。',
    en: '`replacementId` is another model of the catalogue with the same capability that does not lead back; with the `authProfile` access_key_pair a `credentials.secretKey` is required.',
  },
  {
    zh: '`authProfile` 必须是这个厂商支持的方式，`capability` 必须是这个厂商能做的，否则回答 MODEL_PARAMETER_UNSUPPORTED。',
    en: '`authProfile` is one that the vendor takes, and `capability` what it can do; otherwise the answer is MODEL_PARAMETER_UNSUPPORTED.',
  },
  {
    zh: '`capability` 为 image 时，`price.pictureMicroYuan` 是一张图片的价格，`limits.firstTokenTimeoutMs` 和 `limits.idleTimeoutMs` 是提交和其他调用的超时，`parameters` 不起作用。',
    en: 'With the `capability` image, `price.pictureMicroYuan` is the price of one picture, `limits.firstTokenTimeoutMs` and `limits.idleTimeoutMs` are the time-outs of a submit and of other calls, and `parameters` mean nothing.',
  },
  {
    zh: '`parameters.sampling` 为 forbidden 时不能填 `temperature` 和 `topP`。',
    en: 'With `parameters.sampling` forbidden there is neither `temperature` nor `topP`.',
  },
]

export const modelsRouter = router({
  list: userProcedure
    .meta({
      rest: 'GET /models',
      tag,
      summary: { zh: '获取AI模型列表', en: 'List the models' },
      answer: z.array(modelOptionAnswer),
      scope: 'models:read',
    })
    .input(listModelsInput)
    .query(({ ctx, input }): Promise<ModelOptionDto[]> => listModels(ctx.domain, input.capability)),

  catalogue: adminProcedure('model:read').query(({ ctx }): Promise<ModelAdminDto[]> => listCatalogue(ctx.domain)),

  create: adminProcedure('model:write')
    .meta({
      rest: 'POST /models',
      tag,
      summary: { zh: '添加AI模型配置', en: 'Add a model' },
      rules: modelRules,
      answer: modelAdminAnswer,
    })
    .input(createModelInput)
    .mutation(({ ctx, input }): Promise<ModelAdminDto> => createModel(ctx.domain, { ...input, actor: ctx.actor })),

  update: adminProcedure('model:write')
    .meta({
      rest: 'PUT /models/{id}',
      tag,
      summary: { zh: '更新AI模型配置', en: 'Change a model' },
      body: 'changes',
      rules: modelRules,
      answer: modelAdminAnswer,
    })
    .input(updateModelInput)
    .mutation(({ ctx, input }): Promise<ModelAdminDto> => updateModel(ctx.domain, { ...input, actor: ctx.actor })),

  remove: adminProcedure('model:write')
    .meta({
      rest: 'DELETE /models/{id}',
      tag,
      summary: { zh: '删除AI模型配置', en: 'Delete a model' },
      answer: okAnswer,
    })
    .input(modelIdInput)
    .mutation(async ({ ctx, input }): Promise<{ ok: true }> => {
      await removeModel(ctx.domain, { ...input, actor: ctx.actor })
      return { ok: true }
    }),

  setDefault: adminProcedure('model:write')
    .input(modelIdInput)
    .mutation(({ ctx, input }): Promise<ModelAdminDto> => setDefaultModel(ctx.domain, { ...input, actor: ctx.actor })),

  testCall: adminProcedure('model:write')
    .meta({ isLong: true })
    .input(testModelInput)
    .mutation(({ ctx, input }): Promise<TrialDto> => testCall(ctx.domain, input)),

  /** Of a form that is not saved. */
  testUnsaved: adminProcedure('model:write')
    .meta({ isLong: true })
    .input(createModelInput)
    .mutation(({ ctx, input }): Promise<TrialDto> => testUnsaved(ctx.domain, input)),

  prices: adminProcedure('model:read')
    .input(listPricesInput)
    .query(({ ctx, input }): Promise<Page<ModelPriceDto>> => listPrices(ctx.domain, input)),

  stats: adminProcedure('model:read')
    .meta({
      rest: 'GET /models/{id}/stats',
      tag,
      summary: { zh: '获取模型使用统计', en: 'Use of a model' },
      rules: [
        {
          zh: '`to` 不早于 `from`，含首尾最多 366 天；不填是最近 30 天。',
          en: '`to` is not before `from`, and both and the days between are 366 at most; left out, the last 30 days.',
        },
      ],
      answer: modelStatsAnswer,
    })
    .input(modelStatsInput)
    .query(({ ctx, input }): Promise<ModelStatsDto> => getModelStats(ctx.domain, input)),

  usage: adminProcedure('model:read')
    .input(listUsageInput)
    .query(({ ctx, input }): Promise<Page<UsageRowDto>> => listUsage(ctx.domain, input)),
})

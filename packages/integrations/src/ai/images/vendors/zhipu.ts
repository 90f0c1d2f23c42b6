import { isTaskModel, zhipuAbilities } from '@mozhou/contracts/models/image-limits/zhipu'
import { VendorError } from '@mozhou/contracts/vendor-error'
import { readApiKey, unsupportedProfile } from '../../authorization.ts'
import { isRecord, readRefusal, refusalError } from '../../refusal.ts'
import { zhipuErrors } from '../../vendors/zhipu.ts'
import { signZhipuToken } from '../../vendors/zhipu-token.ts'
import { unanswered } from '../lost-call.ts'
import type { Finished, ImageModelFactory, ImageRequest, ImageTarget, StillWorking } from '../port.ts'
import { assertAble, finished, madeAt } from '../request-rules.ts'
import { takePicture } from '../take-picture.ts'
import { noTasks, cancelsNothing, findsNothing } from '../unsupported.ts'
import { callVendor, type VendorReply, type VendorRequest } from '../vendor-call.ts'
import { wholePrompt } from '../words.ts'

const vendor = 'zhipu'
const waitMs = 3_000

async function tokenOf(target: ImageTarget): Promise<string> {
  if (target.authProfile === 'bearer') return readApiKey(target)
  if (target.authProfile !== 'signed_jwt') throw unsupportedProfile(target)
  return signZhipuToken(target, Date.now())
}

async function ask(
  target: ImageTarget,
  request: Omit<VendorRequest, 'headers' | 'picturesInAnswer'>,
  signal: AbortSignal,
): Promise<VendorReply> {
  const headers = { authorization: `Bearer ${await tokenOf(target)}` }
  return callVendor(target, { errorTable: zhipuErrors }, { ...request, headers, picturesInAnswer: 0 }, signal)
}

function bodyOf(target: ImageTarget, request: Extract<ImageRequest, { operation: 'generate' }>) {
  const { endUserKey, quality, size } = request
  return {
    model: target.upstreamModel,
    // There is no field for what shall not be seen.
    prompt: wholePrompt(request.prompt, request.negativePrompt),
    size: `${size.width}x${size.height}`,
    quality: quality === 'high' || isTaskModel(target.upstreamModel) ? 'hd' : 'standard',
    watermark_enabled: false,
    ...(endUserKey.length >= 6 && { user_id: endUserKey.slice(0, 128) }),
  }
}

function readPictures(target: ImageTarget, reply: VendorReply, list: unknown): Finished {
  const { body, requestId } = reply
  const urls = (Array.isArray(list) ? list : []).flatMap((item) =>
    isRecord(item) && typeof item.url === 'string' && item.url !== '' ? [item.url] : [],
  )
  return finished(
    {
      outcomes: urls.map((url) => madeAt(url)),
      usage: { pictures: urls.length, inputTokens: 0, outputTokens: 0 },
      // A task may be served by another model than was asked for, and says so.
      servedModel: isRecord(body) && typeof body.model === 'string' ? body.model : target.upstreamModel,
      vendorRequestId: requestId ?? (isRecord(body) && typeof body.request_id === 'string' ? body.request_id : null),
    },
    vendor,
  )
}

function readTask(target: ImageTarget, reply: VendorReply): StillWorking | Finished {
  const body = isRecord(reply.body) ? reply.body : {}
  if (body.task_status === 'SUCCESS') return readPictures(target, reply, body.image_result)
  if (body.task_status !== 'FAIL') return { state: 'pending', waitMs }
  if (readRefusal(body)) throw refusalError({ vendor, errorTable: zhipuErrors, httpStatus: 200, body })
  throw new VendorError('unavailable', { vendor, vendorCode: 'task_failed' })
}

/** CogView and GLM-Image. */
export const zhipuImages: ImageModelFactory = (target) => {
  const abilities = zhipuAbilities(target.upstreamModel)
  return {
    abilities,
    async submit(request, signal) {
      assertAble(vendor, abilities, request)
      if (request.operation !== 'generate') throw noTasks(target)
      const isTask = isTaskModel(target.upstreamModel)
      const path = isTask ? '/async/images/generations' : '/images/generations'
      const reply = await ask(target, { mode: 'submit', method: 'POST', path, body: bodyOf(target, request) }, signal)
      const body = isRecord(reply.body) ? reply.body : {}
      if (!isTask) return readPictures(target, reply, body.data)
      if (typeof body.id !== 'string') throw unanswered(vendor, 'submit', 'no_task_id')
      return { state: 'pending', taskId: body.id, vendorRequestId: reply.requestId }
    },
    poll: async (taskId, signal) => {
      const path = `/async-result/${encodeURIComponent(taskId)}`
      return readTask(target, await ask(target, { mode: 'safe', method: 'GET', path }, signal))
    },
    take: (made, expected, signal) => takePicture(target, made, expected, signal),
    findTask: findsNothing,
    cancel: cancelsNothing,
  }
}

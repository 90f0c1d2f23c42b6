import { VendorError } from '@mozhou/contracts/vendor-error'
import type { PlatformPackage } from '@mozhou/platforms/platform-package'
import { steps } from '../../assisted/editor.ts'
import { idIn, missingIn } from '../../platform-call.ts'
import { isCode, PlatformError, refusedHere } from '../../platform-error.ts'
import type { Handoff, Submission } from '../../port.ts'
import { draftOnly } from './account.ts'
import { call } from './client.ts'
import { onlyByHand, vendor } from './errors.ts'
import { addDraft, packageHash, type Preparing, type WechatUploads } from './prepare.ts'

const firstAskMs = 5_000

/** The draft is there; its author presses the button. */
export function draftBox(pkg: PlatformPackage): Handoff {
  const isDeclared = pkg.declarations.ai?.made === 'by_hand'
  return {
    kind: 'draft_box',
    url: 'https://mp.weixin.qq.com/',
    phoneUrl: null,
    expiresAt: null,
    fields: [],
    mediaIds: [],
    steps: [
      { zh: '登录公众平台，打开“草稿箱”', en: 'Sign in to the console and open the draft box' },
      { zh: `找到《${pkg.title}》，检查一遍`, en: `Find “${pkg.title}” and look through it` },
      ...(isDeclared
        ? [{ zh: '在“创作来源”里选“内容由 AI 生成”', en: 'Choose “made by AI” as the source of the content' }]
        : []),
      { zh: '点“发表”', en: 'Press “publish”' },
      steps.paste,
    ],
  }
}

type Submitting = Omit<Preparing, 'save'>

export async function submitDraft(submitting: Submitting, uploads: WechatUploads): Promise<Submission> {
  const { id, evidence } = await addDraft(submitting, uploads, 'submit')
  const ref = { id, names: { draftId: id, title: submitting.input.package.title, since: evidence.at } }
  const handoff = draftBox(submitting.input.package)
  return { outcome: 'awaiting_user', ref, handoff, capability: null, evidence }
}

/** The one call after which it may be out. */
export async function submitPublish(submitting: Submitting, uploads: WechatUploads): Promise<Submission> {
  const { target, access, input, signal } = submitting
  const { draft } = uploads
  if (draft === null || draft.of !== packageHash(input.package)) throw refusedHere(vendor, 'not_prepared')
  const { title, contentType } = input.package
  const request = { path: 'cgi-bin/freepublish/submit', mode: 'submit' as const, body: { media_id: draft.id } }
  try {
    const { body, evidence } = await call(target, access, request, signal)
    const publishId = idIn(body.publish_id)
    if (publishId === null) throw missingIn(vendor, 'submit', 'publish_id')
    const ref = { id: publishId, names: { publishId, draftId: draft.id, title } }
    const standing = { ref, url: null, actor: null, reason: null, askAgainMs: firstAskMs, evidence }
    return { outcome: 'accepted', ref, standing: { ...standing, state: 'in_review' } }
  } catch (error) {
    if (!(error instanceof VendorError) || !isCode(error, ...onlyByHand) || !(error instanceof PlatformError))
      throw error
    const ref = { id: draft.id, names: { draftId: draft.id, title, since: error.evidence.at } }
    const capability = isCode(error, '48001') ? draftOnly(contentType) : null
    return { outcome: 'awaiting_user', ref, handoff: draftBox(input.package), capability, evidence: error.evidence }
  }
}

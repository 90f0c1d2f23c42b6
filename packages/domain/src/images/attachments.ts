import type { AttachmentDto } from '@mozhou/contracts/images/answers'
import type { AttachPictureInput } from '@mozhou/contracts/images/inputs'
import type { DomainContext } from '../context.ts'

export function listAttachments(
  _ctx: DomainContext,
  _input: { creationId: string; userId: string },
): Promise<AttachmentDto[]> {
  return Promise.reject(new Error('not made yet'))
}

export function attachPicture(
  _ctx: DomainContext,
  _input: AttachPictureInput & { userId: string },
): Promise<AttachmentDto> {
  return Promise.reject(new Error('not made yet'))
}

export function detachPicture(
  _ctx: DomainContext,
  _input: { attachmentId: string; userId: string },
): Promise<{ ok: true }> {
  return Promise.reject(new Error('not made yet'))
}

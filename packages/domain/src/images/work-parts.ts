import type { WorkPartDto } from '@mozhou/contracts/images/answers'
import type { DomainContext } from '../context.ts'

export function listWorkParts(
  _ctx: DomainContext,
  _input: { creationId: string; userId: string },
): Promise<WorkPartDto[]> {
  return Promise.reject(new Error('not made yet'))
}

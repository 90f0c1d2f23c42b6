import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { loadCatalogue } from './catalogue.ts'

/** @throws AppError MODEL_NOT_FOUND for an unknown or disabled pick, MODEL_MEMBERS_ONLY for one this person may not use. */
export async function assertModelAllowed(ctx: DomainContext, userId: string, modelId: string | null): Promise<void> {
  if (modelId === null) return
  const [models, membership] = await Promise.all([loadCatalogue(ctx), getMembership(ctx, userId)])
  const model = models.find((candidate) => candidate.id === modelId)
  if (!model) throw new AppError('MODEL_NOT_FOUND')
  if (model.isMembersOnly && !membership.isMember) throw new AppError('MODEL_MEMBERS_ONLY', { model: model.alias })
}

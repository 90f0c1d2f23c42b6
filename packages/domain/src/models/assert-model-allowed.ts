import { AppError } from '@mozhou/contracts/errors'
import type { DomainContext } from '../context.ts'
import { loadCatalogue } from './catalogue.ts'

/** @throws AppError MODEL_NOT_FOUND for an unknown or disabled pick, MODEL_MEMBERS_ONLY for one this person may not use. */
export async function assertModelAllowed(
  ctx: DomainContext,
  modelId: string | null,
  membersModels: boolean,
): Promise<void> {
  if (modelId === null) return
  const model = (await loadCatalogue(ctx)).find((candidate) => candidate.id === modelId)
  if (!model) throw new AppError('MODEL_NOT_FOUND')
  if (model.isMembersOnly && !membersModels) throw new AppError('MODEL_MEMBERS_ONLY', { model: model.alias })
}

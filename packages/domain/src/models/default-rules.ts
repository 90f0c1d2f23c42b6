import type { CatalogueModel } from './catalogue.ts'

type Fitness = Pick<CatalogueModel, 'isEnabled' | 'isMembersOnly' | 'shutdownAt'>
export type UnfitField = keyof Fitness

/** What keeps a model from writing for everybody who picks none. */
export function unfitFields(model: Fitness, now: Date): UnfitField[] {
  const fields: UnfitField[] = []
  if (!model.isEnabled) fields.push('isEnabled')
  if (model.isMembersOnly) fields.push('isMembersOnly')
  if (model.shutdownAt !== null && new Date(model.shutdownAt) <= now) fields.push('shutdownAt')
  return fields
}

type Changed = { [Field in UnfitField]?: CatalogueModel[Field] | undefined }

/**
 * The first field by which changes would make the default unfit; null where it stays as fit as it was. A default whose last day has
 * come meanwhile can still be edited.
 */
export function whyNotKeptDefault(before: Fitness, changes: Changed, now: Date): UnfitField | null {
  const { isEnabled = before.isEnabled, isMembersOnly = before.isMembersOnly, shutdownAt = before.shutdownAt } = changes
  const wasUnfit = unfitFields(before, now)
  return unfitFields({ isEnabled, isMembersOnly, shutdownAt }, now).find((field) => !wasUnfit.includes(field)) ?? null
}

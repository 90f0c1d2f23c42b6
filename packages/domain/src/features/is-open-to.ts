import { AppError } from '@mozhou/contracts/errors'
import type { FeatureAccessDto } from '@mozhou/contracts/features/answers'
import type { Feature } from '@mozhou/contracts/features/kinds'
import type { DomainContext } from '../context.ts'
import { getMembership } from '../memberships/get-membership.ts'
import { accessTo } from './feature-rules.ts'
import { readFlags } from './read-flags.ts'

/** What one person may do with a feature at this moment. */
export async function featureAccess(ctx: DomainContext, feature: Feature, userId: string): Promise<FeatureAccessDto> {
  const flag = (await readFlags(ctx)).get(feature)
  const benefits = flag?.state === 'members' ? (await getMembership(ctx, userId)).benefits : null
  return accessTo(flag, benefits?.earlyFeatures ?? false)
}

export async function isOpenTo(ctx: DomainContext, feature: Feature, userId: string): Promise<boolean> {
  return (await featureAccess(ctx, feature, userId)).access === 'open'
}

/** Before anything of a feature is done. @throws AppError FEATURE_OFF, FEATURE_FOR_MEMBERS */
export async function requireFeature(ctx: DomainContext, feature: Feature, userId: string): Promise<void> {
  const { access } = await featureAccess(ctx, feature, userId)
  if (access === 'off') throw new AppError('FEATURE_OFF', { feature })
  if (access === 'members_first') throw new AppError('FEATURE_FOR_MEMBERS', { feature })
}

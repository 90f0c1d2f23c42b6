import type { PublicationDetailDto } from '@mozhou/contracts/publications/answers'

export type Handoff = NonNullable<PublicationDetailDto['handoff']>

/** What whoever does it needs of a publication; a phone that is not signed in has no more. */
export type Handed = Pick<PublicationDetailDto, 'package' | 'mediaLinks' | 'platform'> & { handoff: Handoff }

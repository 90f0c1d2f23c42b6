import type { PublicationDto } from '@mozhou/contracts/publications/answers'

/** Who says that a piece is out: nobody of one that was, and is not any more. */
export const saidBy = ({ status, confirmation }: Pick<PublicationDto, 'status' | 'confirmation'>) =>
  status === 'published' ? confirmation : null

/** Where readers find it now. */
export const addressThere = ({ status, url }: Pick<PublicationDto, 'status' | 'url'>): string | null =>
  status === 'removed' ? null : url

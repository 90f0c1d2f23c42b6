import type { PictureDto } from '@mozhou/contracts/images/answers'

/** A picture of the person's own that is worked on. */
export interface ChosenPicture {
  fileId: string
  width: number
  height: number
  cardUrl: string
}

/** Null for one in the trash: nothing can be made of it. */
export function chosenOf(picture: PictureDto | null): ChosenPicture | null {
  if (!picture?.urls) return null
  const { fileId, width, height, urls } = picture
  return { fileId, width, height, cardUrl: urls.card }
}

/** A picture of the person's own that is worked on. */
export interface ChosenPicture {
  fileId: string
  width: number
  height: number
  cardUrl: string
}

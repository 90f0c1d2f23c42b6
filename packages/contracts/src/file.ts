/** A file made by the server, for the browser to save. */
export interface FileDto {
  name: string
  mediaType: string
  text: string
  /** Rows beyond the limit are left out, the oldest first. */
  isTruncated: boolean
}

/** A token handed out by the IAM endpoint. */
interface IssuedToken {
  accessKey: string
  /** Milliseconds since the epoch. */
  expiresAt: number
}

export interface BaiduMemory {
  /** Access key → secret key, for checking signatures. */
  secrets: Map<string, string>
  tokens: Map<string, IssuedToken>
}

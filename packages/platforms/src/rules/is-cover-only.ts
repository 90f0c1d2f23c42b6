import { mediaAddress } from '../media-address.ts'
import type { PlatformPackage } from '../platform-package.ts'

/** In 公众号 uploadimg takes what stands in a text; a cover that stands in none goes another way, with bounds of its own. */
export function isCoverOnly({ platform, cover, body }: PlatformPackage, id: string): boolean {
  const isInBody = body.form === 'html' && body.html.includes(`src="${mediaAddress(id)}"`)
  return platform === 'wechat_official' && id === cover && !isInBody
}

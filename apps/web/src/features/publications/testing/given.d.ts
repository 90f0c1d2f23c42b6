import type { PlatformAccountDto, PreviewDto, PublicationDetailDto } from '@mozhou/contracts/publications/answers'
import type { PackageDto } from '@mozhou/contracts/publications/package'
import type { PlatformKey } from '@mozhou/platforms/platforms'
export declare const publicationId = 'pub_018f00000000700080000000000000aa'
export declare const accountOf: (platform: PlatformKey, more?: Partial<PlatformAccountDto>) => PlatformAccountDto
/** As it comes over the wire: without read-only lists. */
export declare const packageOf: (platform: PlatformKey) => PackageDto
export declare const previewOf: (platform: PlatformKey, more?: Partial<PreviewDto>) => PreviewDto
export declare function publicationOf(
  platform: PlatformKey,
  {
    can,
    ...more
  }?: Partial<Omit<PublicationDetailDto, 'can'>> & {
    can?: Partial<PublicationDetailDto['can']>
  },
): PublicationDetailDto

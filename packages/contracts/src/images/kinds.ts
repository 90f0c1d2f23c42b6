import type { ImageQuality } from '../models/image-kinds.ts'
import type { Wording } from '../wording.ts'

export const editModes = {
  inpaint: { zh: '局部重绘', en: 'Repaint' },
  restyle: { zh: '换风格', en: 'Restyle' },
  replace_background: { zh: '换背景', en: 'Background' },
  remove_background: { zh: '去背景', en: 'Cut out' },
} as const satisfies Record<string, Wording>

export type EditMode = keyof typeof editModes
export const editModeKeys = Object.keys(editModes) as [EditMode, ...EditMode[]]

export interface ImageSizePreset {
  title: Wording
  /** Null: a shape that belongs to no platform. */
  platform: Wording | null
  /** As it is delivered; what a model makes near it is cut to it. */
  ratio: { width: number; height: number }
}

const wechat: Wording = { zh: '公众号', en: 'WeChat' }

/** Shapes, by the platform that asks for them. */
export const imageSizes = {
  square: { title: { zh: '方形 1:1', en: 'Square 1:1' }, platform: null, ratio: { width: 1, height: 1 } },
  'wechat-cover': {
    title: { zh: '公众号封面 2.35:1', en: 'WeChat cover 2.35:1' },
    platform: wechat,
    ratio: { width: 235, height: 100 },
  },
  'wechat-thumbnail': {
    title: { zh: '公众号次条封面 1:1', en: 'WeChat second cover 1:1' },
    platform: wechat,
    ratio: { width: 1, height: 1 },
  },
  xiaohongshu: {
    title: { zh: '小红书 3:4', en: 'Xiaohongshu 3:4' },
    platform: { zh: '小红书', en: 'Xiaohongshu' },
    ratio: { width: 3, height: 4 },
  },
  douyin: {
    title: { zh: '抖音 9:16', en: 'Douyin 9:16' },
    platform: { zh: '抖音', en: 'Douyin' },
    ratio: { width: 9, height: 16 },
  },
  kuaishou: {
    title: { zh: '快手 9:16', en: 'Kuaishou 9:16' },
    platform: { zh: '快手', en: 'Kuaishou' },
    ratio: { width: 9, height: 16 },
  },
  'toutiao-cover': {
    title: { zh: '头条 / 百家号封面 3:2', en: 'Toutiao and Baijiahao cover 3:2' },
    platform: { zh: '头条 / 百家号', en: 'Toutiao and Baijiahao' },
    ratio: { width: 3, height: 2 },
  },
  wide: { title: { zh: '横屏 16:9', en: 'Wide 16:9' }, platform: null, ratio: { width: 16, height: 9 } },
  landscape: { title: { zh: '横图 4:3', en: 'Landscape 4:3' }, platform: null, ratio: { width: 4, height: 3 } },
  portrait: { title: { zh: '竖图 3:4', en: 'Portrait 3:4' }, platform: null, ratio: { width: 3, height: 4 } },
} as const satisfies Record<string, ImageSizePreset>

export type ImageSizeKey = keyof typeof imageSizes
export const imageSizeKeys = Object.keys(imageSizes) as [ImageSizeKey, ...ImageSizeKey[]]

/** What a picture looks like; the words that say so to a model are the domain's. */
export const imageStyles = {
  none: { zh: '不限', en: 'Any' },
  photo: { zh: '写实摄影', en: 'Photograph' },
  illustration: { zh: '插画', en: 'Illustration' },
  flat: { zh: '扁平', en: 'Flat' },
  watercolour: { zh: '水彩', en: 'Watercolour' },
  ink: { zh: '国风水墨', en: 'Ink wash' },
  anime: { zh: '动漫', en: 'Anime' },
  clay: { zh: '3D 黏土', en: '3D clay' },
  minimal: { zh: '极简', en: 'Minimal' },
  poster: { zh: '海报', en: 'Poster' },
} as const satisfies Record<string, Wording>

export type ImageStyle = keyof typeof imageStyles
export const imageStyleKeys = Object.keys(imageStyles) as [ImageStyle, ...ImageStyle[]]

export const imageQualityTitles: Readonly<Record<ImageQuality, Wording>> = {
  standard: { zh: '标准', en: 'Standard' },
  high: { zh: '高清', en: 'High' },
}

export const upscaleFactors = [2, 4] as const
export type UpscaleFactor = (typeof upscaleFactors)[number]

/** Pictures of one press. */
export const mostPictures = 4
/** What is taken away is taken away: one cut-out is like another. */
export const mostPicturesOf = (mode: EditMode): number => (mode === 'remove_background' ? 1 : mostPictures)
/** Characters. */
export const longestPrompt = 1_500
export const longestNegativePrompt = 500
/** A picture that is enlarged comes to no more than this. */
export const mostEnlargedPixels = 50_000_000

/** Why a picture stands with a work. */
export const attachmentRoles = ['cover', 'illustration'] as const
export type AttachmentRole = (typeof attachmentRoles)[number]

/** Sections or cards of a work that may have pictures, and pictures of a work. */
export const mostWorkParts = 60
export const mostAttachments = 100

/** Of one picture, until an operator says otherwise. Plain enlargement costs nothing and has no price. */
export const imagePriceCredits = 10
export const mostImagePriceCredits = 1_000
/** The others make pictures in one quality. */
export const toolWithQualities = 'text-to-image'

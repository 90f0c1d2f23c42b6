import type { PlatformKey } from '../../platforms.ts'
import { fromInterface, fromTools, ours } from '../sources.ts'
import type { LimitLine } from './limit.ts'

const KiB = 1024
const MiB = 1024 * KiB
const GiB = 1024 * MiB

const draftDocument = fromInterface('微信公众平台文档：草稿箱 draft/add')
const editorRefusal = fromInterface('公众平台编辑器返回码 64702、64703（标题、摘要过长）')
const uploadDocument = fromInterface('微信公众平台文档：uploadimg、add_material')
const noteEditor = fromTools('小红书创作服务平台发布页；自动化工具所用上限')
const douyinDocument = fromInterface('抖音开放平台文档：上传与创建视频、图文')
const douyinTools = fromTools('抖音创作者中心发布页；自动化工具所用上限')
const kuaishouDocument = fromInterface('快手开放平台文档：photo/publish')
const kuaishouTools = fromTools('第三方发布工具的快手上限（无官方数字）')
const toutiaoEditor = fromInterface('头条号编辑器：“请输入文章标题（2～30个字）”')
const baijiahaoDocument = fromInterface('百家号开发者文档：article/publish')
const zhihuEditor = fromTools('知乎专栏编辑器；第三方工具所用上限')
const readable = ours('封面在信息流里的可读尺寸')

/**
 * What each platform measures. Where sources disagree the stricter number is the soft bound and the looser one the hard. A platform
 * without a line for something has no number that anybody vouches for: nothing is invented in its place (docs/modules/platforms.md).
 */
export const limitTables: Readonly<Record<PlatformKey, readonly LimitLine[]>> = {
  wechat_official: [
    { measure: 'title', bound: 'max', soft: 32, hard: 64, source: editorRefusal },
    { measure: 'author', bound: 'max', hard: 16, source: draftDocument },
    { measure: 'digest', bound: 'max', soft: 120, hard: 128, source: editorRefusal },
    { measure: 'body', bound: 'max', hard: 19_999, unit: 'html_characters', types: ['article'], source: draftDocument },
    { measure: 'body', bound: 'max', hard: MiB - 1, unit: 'html_bytes', types: ['article'], source: draftDocument },
    { measure: 'image_bytes', bound: 'max', hard: MiB, types: ['article'], source: uploadDocument },
    { measure: 'image_bytes', bound: 'max', hard: 10 * MiB, types: ['image_text'], source: uploadDocument },
    { measure: 'image_count', bound: 'min', hard: 1, types: ['image_text'], source: draftDocument },
    { measure: 'image_count', bound: 'max', hard: 20, types: ['image_text'], source: draftDocument },
    { measure: 'cover_bytes', bound: 'max', hard: 10 * MiB, source: uploadDocument },
    { measure: 'cover_aspect', bound: 'min', soft: 1, source: readable },
    { measure: 'cover_aspect', bound: 'max', soft: 2.36, source: readable },
  ],
  xiaohongshu: [
    { measure: 'title', bound: 'max', hard: 20, source: noteEditor },
    { measure: 'body', bound: 'max', hard: 1_000, source: noteEditor },
    { measure: 'tag_count', bound: 'max', soft: 8, hard: 10, source: noteEditor },
    { measure: 'image_count', bound: 'min', hard: 1, types: ['image_text'], source: noteEditor },
    { measure: 'image_count', bound: 'max', hard: 18, types: ['image_text'], source: noteEditor },
    { measure: 'image_aspect', bound: 'min', soft: 0.74, types: ['image_text'], source: noteEditor },
    { measure: 'image_aspect', bound: 'max', soft: 1.34, types: ['image_text'], source: noteEditor },
    { measure: 'video_count', bound: 'max', hard: 1, types: ['video'], source: noteEditor },
    { measure: 'video_seconds', bound: 'max', hard: 3_600, types: ['video'], source: noteEditor },
    { measure: 'video_bytes', bound: 'max', soft: GiB, hard: 5 * GiB, types: ['video'], source: noteEditor },
  ],
  douyin: [
    { measure: 'title', bound: 'max', soft: 20, hard: 30, types: ['image_text'], source: douyinTools },
    { measure: 'title', bound: 'max', hard: 30, types: ['video'], source: douyinTools },
    { measure: 'body', bound: 'max', hard: 1_000, source: douyinTools },
    { measure: 'tag_count', bound: 'max', soft: 4, hard: 5, source: douyinTools },
    { measure: 'image_count', bound: 'min', hard: 1, types: ['image_text'], source: douyinDocument },
    { measure: 'image_count', bound: 'max', soft: 30, hard: 35, types: ['image_text'], source: douyinDocument },
    { measure: 'image_bytes', bound: 'max', hard: 20 * MiB, types: ['image_text'], source: douyinDocument },
    { measure: 'video_count', bound: 'max', hard: 1, types: ['video'], source: douyinDocument },
    { measure: 'video_bytes', bound: 'max', soft: 128 * MiB, hard: 4 * GiB, types: ['video'], source: douyinDocument },
    { measure: 'video_seconds', bound: 'max', hard: 900, types: ['video'], source: douyinDocument },
    { measure: 'video_aspect', bound: 'max', soft: 0.6, types: ['video'], source: douyinTools },
  ],
  kuaishou: [
    { measure: 'body', bound: 'max', soft: 500, hard: 1_000, source: kuaishouTools },
    { measure: 'tag_count', bound: 'max', soft: 3, hard: 4, source: kuaishouTools },
    { measure: 'image_count', bound: 'min', hard: 1, types: ['image_text'], source: kuaishouTools },
    { measure: 'video_count', bound: 'max', hard: 1, types: ['video'], source: kuaishouDocument },
    { measure: 'video_bytes', bound: 'max', soft: 100 * MiB, types: ['video'], source: kuaishouTools },
    { measure: 'video_seconds', bound: 'max', soft: 1_800, types: ['video'], source: kuaishouTools },
    { measure: 'cover_bytes', bound: 'max', hard: 10 * MiB, types: ['video'], source: kuaishouDocument },
  ],
  toutiao: [
    { measure: 'title', bound: 'min', hard: 2, source: toutiaoEditor },
    { measure: 'title', bound: 'max', hard: 30, source: toutiaoEditor },
    { measure: 'cover_width', bound: 'min', soft: 660, source: readable },
    { measure: 'cover_height', bound: 'min', soft: 370, source: readable },
  ],
  baijiahao: [
    { measure: 'title', bound: 'min', soft: 8, hard: 5, unit: 'half_width', source: baijiahaoDocument },
    { measure: 'title', bound: 'max', soft: 30, hard: 40, unit: 'half_width', source: baijiahaoDocument },
    {
      measure: 'body',
      bound: 'max',
      hard: 20_000,
      unit: 'html_characters',
      types: ['article'],
      source: baijiahaoDocument,
    },
    { measure: 'cover_width', bound: 'min', hard: 218, source: baijiahaoDocument },
    { measure: 'cover_height', bound: 'min', hard: 146, source: baijiahaoDocument },
    { measure: 'video_count', bound: 'max', hard: 1, types: ['video'], source: baijiahaoDocument },
  ],
  zhihu: [{ measure: 'title', bound: 'max', hard: 100, source: zhihuEditor }],
  jianshu: [],
}

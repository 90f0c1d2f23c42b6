import { appAddress } from '@mozhou/platforms/app-schemes'
import { createAssisted } from '../../assisted/create-assisted.ts'
import { steps, type AssistedPlatform } from '../../assisted/editor.ts'

const open = steps.open('小红书创作服务平台', 'Xiaohongshu’s creator page')
const page = 'https://creator.xiaohongshu.com/publish/publish?from=homepage&target='

const xiaohongshu: AssistedPlatform = {
  platform: 'xiaohongshu',
  editors: {
    image_text: {
      fields: ['title', 'caption', 'tags'],
      url: `${page}image`,
      phoneUrl: appAddress('xiaohongshu'),
      steps: [open, steps.pictures, steps.copy],
    },
    video: {
      fields: ['title', 'caption', 'tags'],
      url: `${page}video`,
      phoneUrl: appAddress('xiaohongshu'),
      steps: [open, steps.video, steps.copy],
    },
  },
  pieces: [{ path: /^\/(?:explore|discovery\/item)\/[\da-f]{24}(?:\?|$)/u, parameters: ['xsec_token', 'xsec_source'] }],
  shortHosts: ['xhslink.com'],
  goneWords: [],
  // What a program is shown of a note is a page for signing in.
  closed: 'asks_to_sign_in',
}

export const xiaohongshuConnector = createAssisted(xiaohongshu)

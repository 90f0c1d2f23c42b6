import type { publicationsErrors } from './errors.ts'

export const publicationsErrorsZh = {
  PLATFORM_ACCOUNT_NOT_FOUND: '没有这个平台账号，可能已经解绑。请刷新账号列表。',
  PLATFORM_ACCOUNT_LIMIT: '最多绑定 {{ limit }} 个平台账号，没有再绑定。请先解绑不用的账号。',
  PLATFORM_ACCOUNT_UNUSABLE:
    '“{{ account }}”现在不能发布：授权失效、被平台限制，或已解绑。没有提交。请到平台账号页重新绑定。',
  PLATFORM_WAY_NOT_OFFERED: '这个平台现在不能用这种方式绑定，没有绑定。请换一种方式。',
  PLATFORM_CONNECT_INVALID: '这次授权已经失效、用过，或不是你发起的，没有绑定。请重新绑定。',
  PLATFORM_KEYS_REFUSED: '平台没有接受这些密钥，没有绑定。平台说：{{ reason }}',
  PLATFORM_UNAVAILABLE: '平台暂时没有响应，什么都没有改。请过一会儿再试。',
  PUBLICATION_NOT_FOUND: '没有这条发布记录。请回到发布列表查看。',
  PUBLICATION_NO_TEXT: '这个版本还没有可以发布的内容，没有提交。请先写完再发布。',
  PUBLICATION_BLOCKED: '“{{ account }}”有 {{ count }} 处不符合平台规则，没有提交。请按检查结果修改后再发布。',
  PUBLICATION_DUPLICATE: '同样的内容已经发到“{{ account }}”，或正在发，没有再发一次。请查看那条发布记录。',
  PUBLICATION_STATE: '这条发布现在不能这样做，什么都没有改。请刷新查看它现在的状态。',
  PUBLICATION_TIME: '发布时间要在 {{ days }} 天之内，而且晚于现在，没有改动。请换一个时间。',
  PUBLICATION_LIMIT: '你有 {{ limit }} 条发布还没有结束，没有再提交。请等一些结束后再发。',
  PUBLICATION_URL_REFUSED: '这不是该平台的文章链接，没有标为已发布。链接应来自：{{ hosts }}',
  PUBLICATION_URL_NOT_FOUND: '平台上打不开这个链接，没有标为已发布。请核对链接后再提交。',
  PUBLICATION_URL_OTHER_TITLE:
    '这个页面的标题是“{{ title }}”，和发布的不一样，没有标为已发布。请核对链接；确定是这一篇，再确认一次。',
  PUBLICATION_URL_TAKEN:
    '这个链接已经是你的另一条发布“{{ title }}”的，这一条没有改动。请填这一篇自己的链接；如果那一条填错了，请先更正那一条。',
  PUBLICATION_URL_TAKEN_ELSEWHERE: '这个链接已经是另一条发布的，这一条没有改动。请填这一篇自己的链接。',
  PUBLICATION_NOT_RETRACTABLE: '这条发布不能从这里撤回，什么都没有改。请到平台上删除。',
  HANDOFF_CODE_INVALID: '这个码不是我们的，或没有扫完整，什么都没有改。请回到电脑上的发布页重新扫码。',
  HANDOFF_CODE_EXPIRED: '这个码已经过期，什么都没有改。请刷新电脑上的发布页，扫新的码。',
  HANDOFF_CODE_DONE: '这条发布已经不在等你操作：可能已经发布、取消或过期。请到发布记录查看。',
  PUBLICATION_FILM_UNREADABLE: '这个视频读不出时长、尺寸和编码，没有放进来。请导出成 MP4（H.264、AAC）再上传。',
} satisfies Record<keyof typeof publicationsErrors, string>

import type { filesErrors } from './errors.ts'

export const filesErrorsZh = {
  FILE_NOT_FOUND: '没有找到这个文件，它可能已被删除。请刷新列表查看。',
  FILE_TOO_LARGE: '文件太大，没有上传。这类文件最大 {{ maximum }} MB，请压缩后再试。',
  FILE_EMPTY: '这个文件是空的，没有上传。请另选一个。',
  FILE_TYPE_REFUSED:
    '这种文件不能上传。图片请用 JPG、PNG 或 WebP，文档请用 docx 或 pptx，视频请用 MP4、MOV 或 WebM，音频请用 MP3、M4A 或 WAV；SVG、HEIC 和网页文件请先另存为这些格式。',
  FILE_KIND_DIFFERS: '这里要的是另一类文件，没有上传。请核对后另选一个。',
  FILE_ANIMATED: '动图不能上传。请导出其中一帧，另存为 JPG 或 PNG。',
  FILE_DAMAGED: '文件打不开，可能没有传完或已损坏，没有保存。请用相应的软件打开确认，另存后再试。',
  FILE_PIXELS: '图片太大：{{ width }} × {{ height }} 像素，最多 {{ maximum }} 百万像素。请缩小尺寸后再试。',
  FILE_ZIP_REFUSED: '这个文档没有收下：有密码、带宏，或解压后过大。请去掉密码和宏，另存为 docx 或 pptx 再试。',
  FILE_CUT_OFF: '文件没有传完，没有保存。请检查网络后重新上传。',
  FILES_FULL: '你的空间已满（共 {{ limit }} MB），没有保存。请到设置里的“占用空间”删去不用的文件并清空回收站。',
  FILES_BUSY: '此刻处理文件的人太多，没有保存。请{{ wait }}后再试。',
  FILE_LINK_INVALID: '这个文件链接无效。请回到原来的页面重新打开。',
  FILE_LINK_EXPIRED: '这个文件链接已过期。请回到原来的页面重新打开。',
  UPLOAD_NOT_FOUND: '这次上传已经结束或过期。请重新上传这个文件。',
  UPLOAD_OFFSET_DIFFERS: '这一段接不上：上传已到第 {{ offset }} 字节。请先查询进度，再从那里续传。',
  UPLOADS_TOO_MANY: '你有 {{ maximum }} 个上传还没有完成。请先完成或取消一些，或等一天后它们自动结束。',
  UPLOAD_PROTOCOL: '分段上传使用 tus {{ version }} 协议：请带上请求头 Tus-Resumable，并写明这个版本。',
  FILE_NOT_AI: '这个文件不是平台生成的，本来就没有 AI 标识。请直接下载。',
  FILE_NOT_PICTURE: '只有图片可以选择下载格式和尺寸。请直接下载这个文件。',
  PICTURE_FORMAT_SIDE: '这张图片太长，存不成 WebP：每边最多 {{ maximum }} 像素。请换一种格式，或选小一些的尺寸。',
  PICTURE_LETTERS_MISSING: '这些字画不进图片，没有生成：{{ letters }}。请换成别的字后再试。',
  FORMULA_UNREADABLE: '这个公式读不懂，没有画成图片。请核对 TeX 写法，或把它改成文字。',
  FILE_MARK_IMPOSSIBLE: '这个视频写不进 AI 标识，没有改动。请重新导出成 MP4（H.264、AAC）再上传。',
} satisfies Record<keyof typeof filesErrors, string>

import type { Channel } from './port.ts'

interface NoticeAnswer {
  status: number
  contentType: string
  body: string
}

/** Alipay takes nothing but these seven letters for a yes; WeChat Pay goes by the status. */
const answers: Readonly<Record<Channel, { accepted: NoticeAnswer; refused: NoticeAnswer }>> = {
  alipay: {
    accepted: { status: 200, contentType: 'text/plain', body: 'success' },
    refused: { status: 400, contentType: 'text/plain', body: 'failure' },
  },
  wechat: {
    accepted: { status: 200, contentType: 'application/json', body: '{"code":"SUCCESS","message":"成功"}' },
    refused: { status: 400, contentType: 'application/json', body: '{"code":"FAIL","message":"失败"}' },
  },
}

/** What the channel is told about its notice, whatever our keys are. */
export function answerNotice(channel: Channel, verdict: 'accepted' | 'refused'): NoticeAnswer {
  return answers[channel][verdict]
}

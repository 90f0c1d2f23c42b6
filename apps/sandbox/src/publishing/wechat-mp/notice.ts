import { createCipheriv, createHash, randomBytes } from 'node:crypto'
import type { Piece } from '../piece.ts'
import { statusOf, type MpAccount, type NoticeVariant } from './mp-account.ts'

const sign = (parts: readonly string[]) =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex')

function messageOf(account: MpAccount, piece: Piece, at: Date): string {
  const { publishId = '', articleId = '' } = piece.names
  const seconds = Math.floor(at.getTime() / 1_000)
  const item = `<item><idx>1</idx><article_url><![CDATA[${piece.address}]]></article_url></item>`
  const detail =
    piece.state === 'public'
      ? `<article_id><![CDATA[${articleId}]]></article_id><article_detail><count>1</count>${item}</article_detail>`
      : '<fail_idx>1</fail_idx>'
  return `<xml>
<ToUserName><![CDATA[gh_${account.id}]]></ToUserName>
<FromUserName><![CDATA[o${account.id}]]></FromUserName>
<CreateTime>${seconds}</CreateTime>
<MsgType><![CDATA[event]]></MsgType>
<Event><![CDATA[PUBLISHJOBFINISH]]></Event>
<PublishEventInfo><publish_id>${publishId}</publish_id><publish_status>${statusOf(piece)}</publish_status>${detail}</PublishEventInfo>
</xml>`
}

/** AES-256-CBC as the platform's own examples do it: 16 random bytes, the length, the message, the appid, filled up to 32 bytes. */
function encrypt(message: string, aesKey: string, appId: string): string {
  const key = Buffer.from(`${aesKey}=`, 'base64')
  const bytes = Buffer.from(message, 'utf8')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  const body = Buffer.concat([randomBytes(16), length, bytes, Buffer.from(appId)])
  const fill = 32 - (body.length % 32)
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16))
  cipher.setAutoPadding(false)
  return Buffer.concat([cipher.update(Buffer.concat([body, Buffer.alloc(fill, fill)])), cipher.final()]).toString(
    'base64',
  )
}

interface Composed {
  body: string
  query: Record<string, string>
}

const staleMs = 3_600_000

export function composeNotice(account: MpAccount, piece: Piece, variants: readonly NoticeVariant[]): Composed {
  const sentAt = Date.now() - (variants.includes('stale') ? staleMs : 0)
  const timestamp = String(Math.floor(sentAt / 1_000))
  const nonce = randomBytes(5).toString('hex')
  const token = variants.includes('forged') ? 'somebody-else' : account.callbackToken
  const appId = variants.includes('other-app') ? 'wx0000000000000000' : account.appId
  const message = messageOf(account, piece, account.clock.now())
  if (!account.settings.isCallbackEncrypted) {
    return {
      body: message,
      query: { signature: sign([token, timestamp, nonce]), timestamp, nonce, openid: `o${account.id}` },
    }
  }
  const encrypted = encrypt(message, account.callbackAesKey, appId)
  const body = `<xml><ToUserName><![CDATA[gh_${account.id}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt></xml>`
  const signature = sign([token, timestamp, nonce, encrypted])
  const plain = sign([token, timestamp, nonce])
  return { body, query: { signature: plain, timestamp, nonce, encrypt_type: 'aes', msg_signature: signature } }
}

import { randomBytes } from 'node:crypto'
import { jsonAnswer, type VendorAnswer } from '../../core/answer.ts'
import type { Exchange } from '../../core/exchange.ts'

const lifetimeSeconds = 2_592_000

function refused(description: string): VendorAnswer {
  return jsonAnswer(401, { error: 'invalid_client', error_description: description })
}

/** `POST /oauth/2.0/token`: any well-formed pair of keys; a registered access key must come with its own secret. */
export function issueOauthToken(exchange: Exchange): VendorAnswer {
  const { query, state } = exchange
  const accessKey = query.get('client_id') ?? ''
  const secretKey = query.get('client_secret') ?? ''
  if (query.get('grant_type') !== 'client_credentials') {
    return jsonAnswer(400, {
      error: 'unsupported_grant_type',
      error_description: 'The authorization grant type is not supported',
    })
  }
  if (accessKey === '' || /bad|invalid|revoked/i.test(accessKey)) return refused('unknown client id')
  const known = state.baiduSecrets.get(accessKey)
  if (secretKey === '' || /bad|invalid/i.test(secretKey) || (known !== undefined && known !== secretKey)) {
    return refused('Client authentication failed')
  }
  const token = `24.${randomBytes(16).toString('hex')}.2592000.${Math.floor(Date.now() / 1000) + lifetimeSeconds}.sandbox`
  state.baiduTokens.set(token, { accessKey, expiresAt: Date.now() + lifetimeSeconds * 1000 })
  return jsonAnswer(200, {
    refresh_token: `25.${randomBytes(16).toString('hex')}`,
    expires_in: lifetimeSeconds,
    session_key: randomBytes(16).toString('hex'),
    access_token: token,
    scope: 'public ai_custom_yiyan_com',
    session_secret: randomBytes(16).toString('hex'),
  })
}

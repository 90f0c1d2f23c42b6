import { escapeHtml, page } from './phone-page.ts'

interface Identity {
  /** What the address was opened with, to open it with once more. */
  fields: Readonly<Record<string, string>>
  who: string
  /** Where the merchant waits, with the code; null until the phone's owner has said who they are. */
  back: string | null
}

const header = '<header class="wechat"><span>微信</span><span>网页授权</span></header>'

/** WeChat's page of silent authorization, played: who holds this phone. */
export function identityPage({ fields, who, back }: Identity): string {
  if (back !== null)
    return page(
      '微信网页授权',
      `${header}
<p class="subject">以微信号 ${escapeHtml(who)} 打开</p>
<p class="soft">微信把 openid 告诉这个公众号的网页，不给昵称和头像。</p>
<a class="main" href="${escapeHtml(back)}">继续前往</a>`,
    )
  const hidden = Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`)
    .join('\n')
  return page(
    '微信网页授权',
    `${header}
<p class="subject">这部手机上的微信是谁的？</p>
<form method="get">
${hidden}
<label>微信号<input name="who" value="xiaoman" maxlength="40" required></label>
<button class="main">用这个微信打开</button>
</form>`,
  )
}

export function refusedPage(reason: string): string {
  return page('微信网页授权', `${header}\n<p class="subject">无法打开</p>\n<p class="soft">${escapeHtml(reason)}</p>`)
}

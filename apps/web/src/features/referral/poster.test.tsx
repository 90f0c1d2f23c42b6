import { describe, expect, it } from 'vitest'
import { posterSvg } from './poster.ts'

const poster = {
  title: '墨舟 · AI 写作',
  line: '扫码注册',
  gift: '送 20 积分',
  codeLabel: '邀请码',
  code: 'ABCDEFGH',
  link: 'https://mozhou.example/register?ref=ABCDEFGH',
}

describe('the poster', () => {
  it('is a picture of its own with code, link and a code to scan', () => {
    const svg = posterSvg(poster)
    const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml')
    expect(parsed.querySelector('parsererror')).toBeNull()
    const texts = [...parsed.querySelectorAll('text')].map(({ textContent }) => textContent)
    expect(texts).toEqual([poster.title, poster.line, poster.gift, '邀请码', 'ABCDEFGH', poster.link])
    expect(parsed.querySelector('path')?.getAttribute('d')?.length).toBeGreaterThan(1_000)
    expect(svg).not.toMatch(/href|<image|<script|url\(/)
  })

  it('takes what a text holds as text', () => {
    const parsed = new DOMParser().parseFromString(posterSvg({ ...poster, title: `<b>"&'` }), 'image/svg+xml')
    expect(parsed.querySelector('text')?.textContent).toBe(`<b>"&'`)
  })

  it('leaves out the line of a gift that there is none of', () => {
    expect(posterSvg({ ...poster, gift: null })).not.toContain('font-weight="600"')
  })
})

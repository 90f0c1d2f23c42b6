import { describe, expect, it } from 'vitest'
import { isLoopbackHost, isPublicAddress, whyNotPublicUrl } from './network-address.ts'

describe('an address', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '100.63.255.255',
    '100.128.0.1',
    '172.15.0.1',
    '172.32.0.1',
    '192.167.1.1',
    '168.63.129.15',
    '168.63.129.17',
    '166.12.0.1',
    '223.5.5.5',
    '2400:3200::1',
    '2606:4700:4700::1111',
  ])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '100.100.100.200',
    '127.0.0.1',
    '127.255.255.254',
    '161.26.0.10',
    '166.11.255.255',
    '168.63.129.16',
    '169.254.169.254',
    '169.254.0.23',
    '169.254.170.2',
    '192.0.0.192',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '::ffff:a00:1',
    '::127.0.0.1',
    '64:ff9b::a9fe:a9fe',
    'fc00::1',
    'fd00:ec2::254',
    'fd20:ce::254',
    'fe80::a9fe:a9fe',
    '::ffff:168.63.129.16',
    '2620:4f:8000::1',
    'fe80::1',
    'fe80::1%eth0',
    'ff02::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '3fff::1',
    'not an address',
    '',
    '1.2.3',
    '01.2.3.4',
  ])('%s is not', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
})

describe('a base URL', () => {
  it.each([
    'https://api.openai.com/v1',
    'https://dashscope.aliyuncs.com/compatible-mode/v1',
    'https://8.8.8.8/v1',
    'https://models.example:8443/v1',
    'https://模型.example/v1',
    'https://test.models.example/v1',
    'https://onion.example/svc',
    'https://[2606:4700:4700::1111]/v1',
  ])('%s may be called', (url) => {
    expect(whyNotPublicUrl(url)).toBeNull()
  })

  it.each([
    ['http://api.openai.com/v1', 'not_https'],
    ['ftp://api.openai.com', 'not_https'],
    ['file:///etc/passwd', 'not_https'],
    ['https://user:pass@api.openai.com', 'credentials'],
    ['https://api.openai.com@10.0.0.1/', 'credentials'],
    ['https://', 'malformed'],
    ['nonsense', 'malformed'],
    ['https://127.0.0.1/v1', 'not_public'],
    // The same address in decimal, octal, hexadecimal, short, full-width and circled digits.
    ['https://2130706433/', 'not_public'],
    ['https://0177.0.0.1/', 'not_public'],
    ['https://017700000001/', 'not_public'],
    ['https://0x7f.0.0.1/', 'not_public'],
    ['https://0x7f000001/', 'not_public'],
    ['https://127.1/', 'not_public'],
    ['https://１２７.０.０.１/', 'not_public'],
    ['https://①②⑦.⓪.⓪.①/', 'not_public'],
    ['https://127。0。0。1/', 'not_public'],
    ['https://0xa9fea9fe/latest/meta-data', 'not_public'],
    ['https://100.100.100.200/latest/meta-data', 'not_public'],
    ['https://10.0.0.1./', 'not_public'],
    ['https://[::1]/', 'not_public'],
    ['https://[::ffff:10.0.0.1]/', 'not_public'],
    ['https://[fd00:ec2::254]/', 'not_public'],
    ['https://[fe80::1]/', 'not_public'],
    ['https://localhost/', 'not_public'],
    ['https://LOCALHOST./', 'not_public'],
    ['https://ｌｏｃａｌｈｏｓｔ/', 'not_public'],
    ['https://redis.localhost/', 'not_public'],
    ['https://metadata.google.internal/computeMetadata/v1/', 'not_public'],
    ['https://postgres/', 'not_public'],
    ['https://printer.local/', 'not_public'],
    ['https://168.63.129.16/metadata', 'not_public'],
    ['https://0xa83f8110/', 'not_public'],
    ['https://api.default.svc/', 'not_public'],
    ['https://api.default.svc.cluster.local/', 'not_public'],
    ['https://models.test/v1', 'not_public'],
    ['https://MODELS.TEST./v1', 'not_public'],
    ['https://abc.onion/', 'not_public'],
    ['https://vault.service.consul/', 'not_public'],
    ['https://host.docker.internal/', 'not_public'],
    ['https://254.169.254.169.in-addr.arpa/', 'not_public'],
    ['https://nothing.invalid/', 'not_public'],
  ])('%s is refused: %s', (url, reason) => {
    expect(whyNotPublicUrl(url)).toBe(reason)
  })
})

it.each([
  ['127.0.0.1', true],
  ['localhost', true],
  ['[::1]', true],
  ['127.0.0.1.example.com', false],
  ['10.0.0.1', false],
])('%s is loopback: %s', (host, isLoopback) => {
  expect(isLoopbackHost(host)).toBe(isLoopback)
})

/**
 * The payer presses 付款 on the phone that the sandbox plays; the channel tells the API by itself.
 * @param code the order's number or the text of its QR code
 * @throws Error when the payment did not go through
 */
export async function payOnPhone(sandboxUrl: string, code: string): Promise<void> {
  const body = new URLSearchParams({ code, act: 'pay' })
  const response = await fetch(`${sandboxUrl}/payments/phone/act`, { method: 'POST', body, redirect: 'manual' })
  const end = response.headers.get('location') ?? ''
  if (!end.includes('end=paid')) throw new Error(`the phone did not pay ${code}: ${response.status} ${end}`)
}

import './app.css'
import { mountApp } from '@mozhou/ui/app/mount-app.tsx'
import { I18nProvider, prepareI18n } from './i18n/i18n.ts'
import { rememberFirstTouch } from './first-touch.ts'
import { router } from './routes.tsx'

// Before the router, which may go to an address without the campaign's parameters.
rememberFirstTouch(document, new URL(location.href), new Date())
// Not awaited: words that come later may lie in a chunk that imports this one, and would wait for it while it waits for them.
void mountApp({ router, I18nProvider, prepareI18n })

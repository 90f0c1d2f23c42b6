import './app.css'
import { mountApp } from '@mozhou/ui/app/mount-app.tsx'
import { I18nProvider, prepareI18n } from './i18n/i18n.ts'
import { router } from './routes.tsx'

// Not awaited: words that come later may lie in a chunk that imports this one, and would wait for it while it waits for them.
void mountApp({ router, I18nProvider, prepareI18n })

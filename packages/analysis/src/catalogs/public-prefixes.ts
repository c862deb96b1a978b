/** A prefix that makes a bundler write an environment variable's value into what browsers and apps load. */
export interface PublicPrefixRow {
  readonly id: string
  readonly prefix: string
  /** What does the bundling. */
  readonly tool: string
  readonly source: string
}

// prettier-ignore
/** Environment variables with these prefixes end up in the bundle. */
export const publicPrefixes = [
  { id: 'next', prefix: 'NEXT_PUBLIC_', tool: 'Next.js', source: 'https://nextjs.org/docs/app/guides/environment-variables#bundling-environment-variables-for-the-browser' },
  { id: 'vite', prefix: 'VITE_', tool: 'Vite', source: 'https://vite.dev/guide/env-and-mode' },
  { id: 'create-react-app', prefix: 'REACT_APP_', tool: 'Create React App', source: 'https://create-react-app.dev/docs/adding-custom-environment-variables' },
  { id: 'expo', prefix: 'EXPO_PUBLIC_', tool: 'Expo', source: 'https://docs.expo.dev/guides/environment-variables' },
  { id: 'nuxt', prefix: 'NUXT_PUBLIC_', tool: 'Nuxt', source: 'https://nuxt.com/docs/guide/going-further/runtime-config' },
  { id: 'gatsby', prefix: 'GATSBY_', tool: 'Gatsby', source: 'https://www.gatsbyjs.com/docs/how-to/local-development/environment-variables' },
  { id: 'vue-cli', prefix: 'VUE_APP_', tool: 'Vue CLI', source: 'https://cli.vuejs.org/guide/mode-and-env.html' },
  { id: 'sveltekit-astro', prefix: 'PUBLIC_', tool: 'SvelteKit and Astro', source: 'https://svelte.dev/docs/kit/$env-static-public' },
] as const satisfies readonly PublicPrefixRow[]

/** A key that is made to be read in a browser, by the words of its name. */
export interface PublicKeyNameRow {
  readonly id: string
  /** The name holds all of these words in this order, side by side. */
  readonly words: string
  readonly source: string
}

// prettier-ignore
/** Keys that their providers make for pages and apps: their names may carry a public prefix. */
export const publicKeyNames = [
  { id: 'firebase', words: 'firebase', source: 'https://firebase.google.com/docs/projects/api-keys' },
  { id: 'google-maps', words: 'maps', source: 'https://developers.google.com/maps/api-security-best-practices' },
  { id: 'google-map', words: 'map', source: 'https://developers.google.com/maps/api-security-best-practices' },
  { id: 'gmaps', words: 'gmaps', source: 'https://developers.google.com/maps/api-security-best-practices' },
  { id: 'mapbox', words: 'mapbox', source: 'https://docs.mapbox.com/help/getting-started/access-tokens' },
  { id: 'maptiler', words: 'maptiler', source: 'https://docs.maptiler.com/cloud/api/authentication-key' },
  { id: 'recaptcha', words: 'recaptcha', source: 'https://developers.google.com/recaptcha/docs/display' },
  { id: 'captcha', words: 'captcha', source: 'https://docs.hcaptcha.com' },
  { id: 'hcaptcha', words: 'hcaptcha', source: 'https://docs.hcaptcha.com' },
  { id: 'turnstile', words: 'turnstile', source: 'https://developers.cloudflare.com/turnstile' },
  { id: 'stripe-publishable', words: 'publishable', source: 'https://docs.stripe.com/keys' },
  { id: 'stripe-public', words: 'public', source: 'https://docs.stripe.com/keys' },
  { id: 'stripe-pk', words: 'pk', source: 'https://docs.stripe.com/keys' },
  { id: 'stripe-key', words: 'stripe key', source: 'https://docs.stripe.com/keys' },
  { id: 'supabase-anon', words: 'anon', source: 'https://supabase.com/docs/guides/api/api-keys' },
  { id: 'supabase-key', words: 'supabase key', source: 'https://supabase.com/docs/guides/api/api-keys' },
  { id: 'algolia', words: 'algolia', source: 'https://www.algolia.com/doc/guides/security/api-keys' },
  { id: 'search-key', words: 'search', source: 'https://www.algolia.com/doc/guides/security/api-keys' },
  { id: 'docsearch', words: 'docsearch', source: 'https://docsearch.algolia.com' },
  { id: 'meilisearch', words: 'meilisearch', source: 'https://www.meilisearch.com/docs/learn/security/basic_security' },
  { id: 'typesense', words: 'typesense', source: 'https://typesense.org/docs/guide/data-access-control.html' },
  { id: 'posthog', words: 'posthog', source: 'https://posthog.com/docs/privacy/data-collection' },
  { id: 'amplitude', words: 'amplitude', source: 'https://amplitude.com/docs/apis/authentication' },
  { id: 'mixpanel', words: 'mixpanel', source: 'https://docs.mixpanel.com/docs/orgs-and-projects/managing-projects' },
  { id: 'segment', words: 'segment', source: 'https://segment.com/docs/connections/find-writekey' },
  { id: 'analytics', words: 'analytics', source: 'https://developers.google.com/analytics' },
  { id: 'sentry-dsn', words: 'dsn', source: 'https://docs.sentry.io/concepts/key-terms/dsn-explainer' },
  { id: 'datadog-client', words: 'client token', source: 'https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens' },
  { id: 'datadog-rum', words: 'datadog', source: 'https://docs.datadoghq.com/real_user_monitoring' },
  { id: 'rum', words: 'rum', source: 'https://docs.datadoghq.com/real_user_monitoring' },
  { id: 'logrocket', words: 'logrocket', source: 'https://docs.logrocket.com' },
  { id: 'bugsnag', words: 'bugsnag', source: 'https://docs.bugsnag.com/api/api-keys' },
  { id: 'rollbar', words: 'rollbar', source: 'https://docs.rollbar.com/docs/access-tokens' },
  { id: 'growthbook', words: 'growthbook', source: 'https://docs.growthbook.io' },
  { id: 'launchdarkly', words: 'launchdarkly', source: 'https://launchdarkly.com/docs/sdk/concepts/client-side-server-side' },
  { id: 'vapid', words: 'vapid', source: 'https://www.rfc-editor.org/rfc/rfc8292' },
  { id: 'pusher', words: 'pusher', source: 'https://pusher.com/docs/channels/using_channels/connection' },
  { id: 'intercom', words: 'intercom', source: 'https://developers.intercom.com' },
  { id: 'crisp', words: 'crisp', source: 'https://docs.crisp.chat' },
  { id: 'onesignal', words: 'onesignal', source: 'https://documentation.onesignal.com' },
  { id: 'revenuecat', words: 'revenuecat', source: 'https://www.revenuecat.com/docs/projects/authentication' },
  { id: 'contentful-delivery', words: 'contentful', source: 'https://www.contentful.com/developers/docs/references/authentication' },
  { id: 'storyblok-preview', words: 'storyblok', source: 'https://www.storyblok.com/docs/api/content-delivery' },
  { id: 'datocms', words: 'datocms', source: 'https://www.datocms.com/docs/content-delivery-api/authentication' },
  { id: 'sanity-read', words: 'sanity', source: 'https://www.sanity.io/docs/http-auth' },
  { id: 'thirdweb-client', words: 'thirdweb', source: 'https://portal.thirdweb.com' },
  { id: 'walletconnect', words: 'walletconnect', source: 'https://docs.reown.com' },
  { id: 'alchemy', words: 'alchemy', source: 'https://docs.alchemy.com' },
  { id: 'infura', words: 'infura', source: 'https://docs.metamask.io/services' },
  { id: 'unsplash-access', words: 'access key', source: 'https://unsplash.com/documentation' },
  { id: 'tinymce', words: 'tinymce', source: 'https://www.tiny.cloud/docs' },
  { id: 'giphy', words: 'giphy', source: 'https://developers.giphy.com/docs' },
  { id: 'tenor', words: 'tenor', source: 'https://developers.google.com/tenor' },
  { id: 'youtube', words: 'youtube', source: 'https://developers.google.com/youtube' },
  { id: 'tmdb', words: 'tmdb', source: 'https://developer.themoviedb.org/docs' },
  { id: 'weather', words: 'weather', source: 'https://openweathermap.org/appid' },
  { id: 'openweather', words: 'openweather', source: 'https://openweathermap.org/appid' },
  { id: 'web3forms', words: 'web3forms', source: 'https://docs.web3forms.com' },
  { id: 'emailjs-public', words: 'emailjs', source: 'https://www.emailjs.com/docs' },
] as const satisfies readonly PublicKeyNameRow[]

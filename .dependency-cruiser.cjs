/** Who may import whom (RULES.md, "Boundaries"). Every rule is an error. */
const lib = (name) => `^libs/${name}/`;
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { path: '^(libs|apps|workflows|activities|docker|test)/', pathNot: [from, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('kernel-is-the-ground', lib('kernel'), []),
    only('calendar', lib('calendar'), [lib('kernel')]),
    only('procedures', lib('procedures'), [lib('kernel'), lib('calendar')]),
    only('issuing', lib('issuing'), [lib('kernel')]),
    only('dossier', lib('dossier'), ['kernel', 'calendar', 'procedures', 'issuing'].map(lib)),
    only('licence', lib('licence'), ['kernel', 'calendar', 'procedures', 'issuing'].map(lib)),
    only(
      'summary-duties',
      lib('summary-duties'),
      ['kernel', 'calendar', 'procedures', 'issuing', 'licence'].map(lib),
    ),
    only('event-store', lib('event-store'), [lib('kernel')]),
    only('documents', lib('documents'), [lib('kernel')]),
    only('signatures', lib('signatures'), [lib('kernel')]),
    only('evidence', lib('evidence'), [lib('kernel')]),
    only('config', lib('config'), [lib('kernel')]),
    only('service', lib('service'), [lib('config')]),
    only('bulk-writes', lib('bulk-writes'), []),
    only(
      'nudges',
      lib('nudges'),
      [
        'kernel',
        'calendar',
        'procedures',
        'issuing',
        'dossier',
        'licence',
        'commands',
        'event-store',
        'bulk-writes',
      ].map(lib),
    ),
    only(
      'notifications',
      lib('notifications'),
      ['kernel', 'dossier', 'licence', 'people', 'projections', 'bulk-writes'].map(lib),
    ),
    only(
      'summaries',
      lib('summaries'),
      [
        'kernel',
        'calendar',
        'procedures',
        'dossier',
        'licence',
        'summary-duties',
        'commands',
        'event-store',
        'documents',
        'evidence',
      ].map(lib),
    ),
    {
      name: 'pure-domain-has-no-packages',
      severity: 'error',
      from: {
        path: '^libs/(kernel|calendar|procedures|issuing|dossier|licence|summary-duties)/',
        pathNot: '(\\.test\\.ts|/(load|check)-[^/]+\\.ts)$',
      },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'core'] },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^(apps|activities|workflows)/' },
    },
    {
      name: 'libs-know-no-nest-and-no-temporal',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: 'node_modules/(@nestjs|@temporalio)/' },
    },
    {
      name: 'projections-are-not-siblings',
      severity: 'error',
      from: { path: '^libs/projections/([^/]+)/' },
      to: { path: '^libs/projections/[^/]+/', pathNot: '^libs/projections/$1/' },
    },
    {
      name: 'workflows-stay-small',
      severity: 'error',
      from: { path: '^workflows/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^(libs|apps|activities|docker|test)/|node_modules/(mongoose|mongodb|@nestjs|@temporalio/(client|worker|activity|testing))',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'activities-know-no-app',
      severity: 'error',
      from: { path: '^activities/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-are-not-siblings',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/[^/]+/', pathNot: '^apps/$1/' },
    },
    {
      name: 'no-test-code-in-production',
      severity: 'error',
      from: { path: '^(apps|libs|workflows|activities|docker)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^test/|\\.test\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.tools|\\.hoso)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
};

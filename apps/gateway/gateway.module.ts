import { type DynamicModule, Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { Clocks } from './clock/clocks.js';
import {
  DossierClocksResolver,
  HistoryClocksResolver,
  OpenTaskClocksResolver,
  OpinionClocksResolver,
  SupplementClocksResolver,
  TaskClocksResolver,
  TrackedClocksResolver,
} from './clock/dossier-clocks.resolver.js';
import { LicenceClocks } from './clock/licence-clocks.js';
import {
  LicenceClocksResolver,
  LicenceNumberClocksResolver,
  ObligationClocksResolver,
  SummaryClocksResolver,
  SummaryDutyClocksResolver,
} from './clock/licence-clocks.resolver.js';
import { AppraisalResolver } from './commands/appraisal.resolver.js';
import { CommandDesk } from './commands/command-desk.js';
import { CourseResolver } from './commands/course.resolver.js';
import { DecisionResolver } from './commands/decision.resolver.js';
import { Derivation } from './commands/derived.js';
import { DeskResolver } from './commands/desk.resolver.js';
import { Enclosures } from './commands/enclosures.js';
import { FilingResolver } from './commands/filing.resolver.js';
import { CommandPayloadResolver, SubmitDossierPayloadResolver } from './commands/payload.resolver.js';
import { KeyReused, RuleRefusal, StaleVersion } from './commands/refusal.js';
import { TasksResolver } from './commands/tasks.resolver.js';
import { demoPeople } from './demo-people.js';
import {
  DeliberationChangeResolver,
  DraftChangeResolver,
  TaskChangeResolver,
} from './dossiers/change-notice.resolver.js';
import { ChangeNotices } from './dossiers/change-notices.js';
import { DossiersResolver } from './dossiers/dossiers.resolver.js';
import { FormAnswers } from './dossiers/form-answers.js';
import { HistoryResolver } from './dossiers/history.resolver.js';
import { ErrorPolicy } from './graphql/error-policy.js';
import { explorerPage } from './graphql/explorer-page.js';
import { closeRootFields } from './graphql/open-fields.js';
import { limitQueries, maskErrors } from './graphql/plugins.js';
import { answerFaults } from './graphql/request-faults.js';
import { YogaDriver, type YogaDriverOptions } from './graphql/yoga-driver.js';
import { InboxResolver } from './inbox/inbox.resolver.js';
import { LicencePayloadResolver } from './licences/acts/licence-payload.js';
import { Evidence } from './licences/acts/evidence.js';
import { LicenceDesk } from './licences/acts/licence-desk.js';
import { InspectionsResolver } from './licences/acts/inspections.resolver.js';
import { LifeResolver } from './licences/acts/life.resolver.js';
import { DocumentsResolver } from './licences/acts/documents.resolver.js';
import { MeasuresResolver } from './licences/acts/measures.resolver.js';
import { Reports } from './licences/acts/reports.js';
import { ReportsResolver } from './licences/acts/reports.resolver.js';
import { LicenceDocumentsResolver } from './licences/documents/licence-documents.resolver.js';
import { LicenceHistoryResolver } from './licences/licence-history.resolver.js';
import { LicenceApplicationsResolver } from './licences/application.resolver.js';
import { LicencesResolver } from './licences/licences.resolver.js';
import {
  ObligationsResolver,
  ReportAnswersResolver,
  ReportVersionsResolver,
  VersionAnswersResolver,
} from './licences/obligations.resolver.js';
import { InboxNews } from './live/inbox-news.js';
import { InboxNewsResolver } from './live/inbox-news.resolver.js';
import { LiveResolver } from './live/live.resolver.js';
import { Moves } from './live/moves.js';
import { NotificationsResolver } from './notifications/notifications.resolver.js';
import { Parts } from './parts.js';
import { MeResolver } from './people/me.resolver.js';
import { Names } from './people/names.js';
import { ProcedureFormResolver, ProceduresResolver } from './procedures/procedures.resolver.js';
import { NodeResolver } from './reading/node.resolver.js';
import { ReadModels } from './reading/read-models.js';
import { identify } from './sign-in/identify.js';
import { SendingDesk } from './summaries/sending-desk.js';
import { SendingFieldsResolver } from './summaries/sending-fields.resolver.js';
import { SendingsResolver } from './summaries/sendings.resolver.js';
import { SummariesResolver } from './summaries/summaries.resolver.js';
import { SlipsResolver } from './records/slips.resolver.js';
import { TrackingResolver } from './tracking/tracking.resolver.js';

const commandResolvers = [
  FilingResolver,
  DeskResolver,
  TasksResolver,
  AppraisalResolver,
  DecisionResolver,
  CourseResolver,
  CommandPayloadResolver,
  SubmitDossierPayloadResolver,
  ReportsResolver,
  InspectionsResolver,
  MeasuresResolver,
  DocumentsResolver,
  LifeResolver,
  LicencePayloadResolver,
  SendingsResolver,
];

const queryResolvers = [
  MeResolver,
  ProceduresResolver,
  ProcedureFormResolver,
  InboxResolver,
  DossiersResolver,
  DeliberationChangeResolver,
  DraftChangeResolver,
  TaskChangeResolver,
  HistoryResolver,
  SlipsResolver,
  LicencesResolver,
  LicenceApplicationsResolver,
  LicenceHistoryResolver,
  LicenceDocumentsResolver,
  ObligationsResolver,
  ReportAnswersResolver,
  ReportVersionsResolver,
  VersionAnswersResolver,
  SummariesResolver,
  SendingFieldsResolver,
  TrackingResolver,
  NodeResolver,
  LiveResolver,
  InboxNewsResolver,
  NotificationsResolver,
];

const clockResolvers = [
  DossierClocksResolver,
  SupplementClocksResolver,
  OpinionClocksResolver,
  OpenTaskClocksResolver,
  TaskClocksResolver,
  TrackedClocksResolver,
  HistoryClocksResolver,
  LicenceClocksResolver,
  LicenceNumberClocksResolver,
  ObligationClocksResolver,
  SummaryClocksResolver,
  SummaryDutyClocksResolver,
];

export const resolvers = [...commandResolvers, ...queryResolvers, ...clockResolvers];

/** Types that no field names, only an interface. */
export const orphanedTypes = [RuleRefusal, StaleVersion, KeyReused];

@Module({})
export class GatewayModule {
  static of(parts: Parts): DynamicModule {
    return {
      module: GatewayModule,
      imports: [GraphQLModule.forRoot<YogaDriverOptions>(graphqlOptions(parts))],
      providers: [
        { provide: Parts, useValue: parts },
        { provide: Derivation, useValue: new Derivation(parts.secret) },
        Clocks,
        ChangeNotices,
        LicenceClocks,
        CommandDesk,
        Enclosures,
        FormAnswers,
        InboxNews,
        LicenceDesk,
        Reports,
        SendingDesk,
        Evidence,
        Moves,
        Names,
        ReadModels,
        ...resolvers,
      ],
    };
  }
}

function graphqlOptions(parts: Parts): YogaDriverOptions {
  return {
    driver: YogaDriver,
    autoSchemaFile: true,
    path: '/graphql',
    fieldResolverEnhancers: [],
    buildSchemaOptions: { orphanedTypes },
    transformSchema: closeRootFields,
    plugins: [limitQueries, maskErrors(new ErrorPolicy(parts.log))],
    onFault: answerFaults(parts.log),
    identify: (request, reply) => identify(parts.verifier, request, reply),
    ...(parts.settings.demonstration
      ? { explorer: () => explorerPage(parts.issuer === undefined ? [] : demoPeople) }
      : {}),
  };
}

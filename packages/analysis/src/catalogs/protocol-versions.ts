/** A security policy of a cloud whose name doesn't say which protocol versions it allows. */
export interface ProtocolPolicyRow {
  id: string
  name: string
  /** Minor number of the lowest TLS 1.x version that it allows. */
  minor: number
  source: string
}

const ELB = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html'
const CDK = 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_elasticloadbalancingv2.SslPolicy.html'
const OPENSEARCH = 'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html'

// prettier-ignore
export const protocolPolicies = [
  { id: 'elb-2016-08', name: 'ELBSecurityPolicy-2016-08', minor: 0, source: ELB },
  { id: 'elb-2015-05', name: 'ELBSecurityPolicy-2015-05', minor: 0, source: ELB },
  { id: 'elb-2015-03', name: 'ELBSecurityPolicy-2015-03', minor: 0, source: ELB },
  { id: 'elb-2015-02', name: 'ELBSecurityPolicy-2015-02', minor: 0, source: ELB },
  { id: 'elb-tls-1-0', name: 'ELBSecurityPolicy-TLS-1-0-2015-04', minor: 0, source: ELB },
  { id: 'elb-tls-1-1', name: 'ELBSecurityPolicy-TLS-1-1-2017-01', minor: 1, source: ELB },
  { id: 'elb-tls-1-2', name: 'ELBSecurityPolicy-TLS-1-2-2017-01', minor: 2, source: ELB },
  { id: 'elb-fs-2018', name: 'ELBSecurityPolicy-FS-2018-06', minor: 0, source: ELB },
  { id: 'elb-fs-1-1', name: 'ELBSecurityPolicy-FS-1-1-2019-08', minor: 1, source: ELB },
  { id: 'elb13-1-0', name: 'ELBSecurityPolicy-TLS13-1-0-2021-06', minor: 0, source: ELB },
  { id: 'elb13-1-1', name: 'ELBSecurityPolicy-TLS13-1-1-2021-06', minor: 1, source: ELB },
  { id: 'elb13-1-2', name: 'ELBSecurityPolicy-TLS13-1-2-2021-06', minor: 2, source: ELB },
  { id: 'cdk-tls13-10', name: 'TLS13_10', minor: 0, source: CDK },
  { id: 'cdk-tls13-11', name: 'TLS13_11', minor: 1, source: CDK },
  { id: 'cdk-forward-secrecy', name: 'FORWARD_SECRECY', minor: 0, source: CDK },
  { id: 'cdk-forward-secrecy-11', name: 'FORWARD_SECRECY_TLS11', minor: 1, source: CDK },
  { id: 'cdk-legacy', name: 'LEGACY', minor: 0, source: CDK },
  { id: 'opensearch-1-0', name: 'Policy-Min-TLS-1-0-2019-07', minor: 0, source: OPENSEARCH },
  { id: 'opensearch-1-2', name: 'Policy-Min-TLS-1-2-2019-07', minor: 2, source: OPENSEARCH },
] as const satisfies readonly ProtocolPolicyRow[]

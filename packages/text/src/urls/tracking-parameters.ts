const exact: ReadonlySet<string> = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking vero_id vero_conv ' +
    '_ga _gl _openstat ns_mchannel ns_source ns_campaign ns_linkname ns_fee ito smid smtyp partner emc cmpid cmp cid ocid ncid icid intcid intcmp ref_src ref_url ' +
    'ftag guccounter guce_referrer guce_referrer_sig feedtype feedname sr_share soc_src soc_trk tsrc xtor wt.mc_id wt.rss_f wt.rss_a wt.rss_ev wt_mc spm scm sref sfns at_campaign at_medium ' +
    'at_custom1 at_custom2 at_custom3 at_custom4 at_link_id at_link_origin at_link_type at_format at_ptr_name at_bbc_team share shareadraft fromrss rss_id rssid cmpgn campaign_id mod reflink ' +
    'taid s_cid s_kwcid ef_id trk trkcampaign oly_anon_id oly_enc_id rb_clickid wickedid __twitter_impression amp_js_v amp_gsa usqp _amp outputtype traffic_source ' +
    'srnd sourceid src_pid utm ref referrer source via from fb_ref fb_source fb_action_ids fb_action_types action_object_map action_type_map action_ref_map print'
  ).split(' '),
);

/** Names that say how a reader came, but that some sites use to choose what is shown: dropped only where the path alone already names an article. */
const onlyWithPath: ReadonlySet<string> = new Set('ref source via from mod share partner cid print cmp emc'.split(' '));

const prefixed = ['utm_', 'pk_', 'piwik_', 'mtm_', 'matomo_', 'hsa_', 'at_custom', 'stm_', 'itm_', 'icn_', 'ga_', 'fb_'];

/**
 * True for a query parameter that tells how a reader came to the page and never which page it is.
 * @param name the parameter's name, in any case
 * @param hasArticlePath whether the path names a page by itself, so that doubtful names can go too
 */
export function isTrackingParameter(name: string, hasArticlePath: boolean): boolean {
  const plain = name.toLowerCase();
  if (onlyWithPath.has(plain)) return hasArticlePath;
  return exact.has(plain) || prefixed.some((prefix) => plain.startsWith(prefix));
}

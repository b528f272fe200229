"""Mail services whose addresses belong to a person; their sub-domains (vip.qq.com) count too."""

_CHINESE = """
qq.com foxmail.com 163.com 126.com yeah.net 188.com 163.net netease.com vip.163.com sina.com sina.cn sina.com.cn
sohu.com 139.com 189.cn 189.com wo.cn wo.com.cn aliyun.com tom.com 21cn.com 21cn.net 263.net 263.com eyou.com
chinaren.com sogou.com citiz.net 2980.com 188.net 126.net china.com china.com.cn 51.com 56.com 11185.cn 35.com
hainan.net 111.com email.cn mail.china.com vip.com 10086.cn 10010.com 10000.cn x263.net etang.com elong.com
wangyi.com dingtalk.com aliyun-inc.com feishu.cn petalmail.com xiaomi.com huawei.cn
"""
_OTHER = """
gmail.com googlemail.com outlook.com outlook.cn hotmail.com live.com live.cn msn.com msn.cn passport.com yahoo.com
yahoo.cn yahoo.com.cn yahoo.com.hk yahoo.com.tw yahoo.co.jp yahoo.co.uk ymail.com rocketmail.com icloud.com me.com
mac.com proton.me protonmail.com protonmail.ch pm.me aol.com aim.com gmx.com gmx.de gmx.net gmx.us mail.com
email.com zoho.com zoho.com.cn zohomail.com zohomail.cn duck.com fastmail.com fastmail.fm hey.com tutanota.com
tutanota.de tutamail.com tuta.io tuta.com yandex.com yandex.ru ya.ru mail.ru bk.ru inbox.ru list.ru rambler.ru
naver.com daum.net hanmail.net kakao.com nate.com web.de t-online.de freenet.de posteo.de posteo.net mailbox.org
disroot.org riseup.net startmail.com hushmail.com lavabit.com inbox.com inbox.lv runbox.com mailfence.com skiff.com
cock.li simplelogin.com anonaddy.com addy.io privaterelay.appleid.com relay.firefox.com mozmail.com
guerrillamail.com mailinator.com 10minutemail.com temp-mail.org yopmail.com comcast.net verizon.net att.net
sbcglobal.net bellsouth.net cox.net charter.net btinternet.com sky.com virginmedia.com orange.fr wanadoo.fr free.fr
laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it uol.com.br bol.com.br terra.com.br rediffmail.com
seznam.cz wp.pl o2.pl onet.pl interia.pl abv.bg ukr.net walla.com hotmail.co.uk live.co.uk outlook.jp outlook.com.au
pchome.com.tw hinet.net seed.net.tw netvigator.com bigpond.com optusnet.com.au rogers.com shaw.ca telus.net
docomo.ne.jp ezweb.ne.jp softbank.ne.jp i.softbank.jp au.com nifty.com biglobe.ne.jp
"""

PRIVATE_MAIL = frozenset((_CHINESE + _OTHER).split())
